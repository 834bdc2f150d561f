using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace PropIQ.Sabotage.Reach;

/// <summary>
/// Which scenario is at work, on both sides of the wire: what its people ask carries its name in a header, and whatever PropIQ or a
/// mock does for such a request, asking others included, it does for that scenario.
/// </summary>
internal static class CurrentScenario
{
    /// <summary>The header.</summary>
    public const string Header = "X-Scenario";

    private static readonly AsyncLocal<string?> Serving = new();
    private static Func<ITestContext, string?> naming = MethodOf;

    /// <summary>The scenario whose request is being answered, as its test method's full name, or the worker of PropIQ that caused it; null where PropIQ works by itself.</summary>
    public static string? Served => Serving.Value;

    /// <summary>What is begun from here on is done for somebody.</summary>
    public static void Serve(string name) => Serving.Value = name;

    private static string? Asking => Served ?? naming(TestContext.Current);

    /// <summary>The full name of the test method at work; null where there is none.</summary>
    public static string? MethodOf(ITestContext context) => context.TestMethod is { TestClass: { } type } method ? $"{type.TestClassName}.{method.MethodName}" : null;

    /// <summary>
    /// From now on every request that leaves this process carries the name, and every server in it reads it; <paramref name="came"/> hears
    /// of the requests that came, and <paramref name="went"/> with which status they were answered. To be called before any client or
    /// server is made. <paramref name="names"/> are other names than the test methods'.
    /// </summary>
    public static void Follow(Action<HttpRequest> came, Action<HttpRequest, int> went, Func<ITestContext, string?>? names = null)
    {
        naming = names ?? MethodOf;

        // Headers are only added where somebody listens.
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
        });
        DistributedContextPropagator.Current = new Announcer();
        DiagnosticListener.AllListeners.Subscribe(new Doorman(came, went));
    }

    // Hears of each request in the flow that then answers it.
    private sealed class Doorman(Action<HttpRequest> came, Action<HttpRequest, int> went) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == "Microsoft.AspNetCore")
            {
                listener.Subscribe(this);
            }
        }

        public void OnNext(KeyValuePair<string, object?> happening)
        {
            if (happening.Value is not HttpContext context)
            {
                return;
            }

            Serving.Value = context.Request.Headers[Header].FirstOrDefault() is { } name ? Uri.UnescapeDataString(name) : null;
            if (happening.Key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Start")
            {
                came(context.Request);
            }
            else if (happening.Key == "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop")
            {
                went(context.Request, context.Response.StatusCode);
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class Announcer : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields { get; } = [Header];

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
            if (Asking is { } name)
            {
                setter?.Invoke(carrier, Header, Uri.EscapeDataString(name));
            }
        }

        public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            (traceId, traceState) = (null, null);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
    }
}
