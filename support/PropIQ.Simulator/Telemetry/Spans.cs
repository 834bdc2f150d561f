using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Telemetry;

/// <summary>A span an action, exported by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says to.</summary>
internal static class Spans
{
    private const string Name = "PropIQ.Simulator";
    private static readonly ActivitySource Source = new(Name);

    /// <summary>The export; null where none is configured.</summary>
    public static TracerProvider? Export() =>
        string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT"))
            ? null
            : Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(resource => resource.AddService("propiq-simulator"))
                .AddSource(Name)
                .AddOtlpExporter()
                .Build();

    public static Activity? Start(string action, string user)
    {
        var span = Source.StartActivity(action, ActivityKind.Client);
        span?.SetTag("user", user);
        return span;
    }

    public static void Finish(Activity? span, ActionOutcome outcome, UserState user, string? session)
    {
        if (span is null)
        {
            return;
        }

        span.SetTag("user_tier", user.Conversion.Now);
        span.SetTag("session_id", session);
        span.SetTag("outcome", outcome.Kind.ToString());
        Analysis[] analyses = [.. outcome.Calls.Where(call => call.Succeeded).Select(call => call.Value).OfType<Analysis>()];
        if (analyses.Length > 0)
        {
            span.SetTag("property_address", string.Join("; ", analyses.Select(analysis => analysis.Address)));
            span.SetTag("analysis_cost", (double)analyses.Sum(analysis => analysis.CostUsd ?? 0));
            span.SetTag("tokens_used", analyses.Sum(analysis => (analysis.Tokens?.Input ?? 0) + (analysis.Tokens?.Output ?? 0)));
            span.SetTag("deal_score", (double)(analyses[^1].DealScore ?? 0));
        }

        span.SetStatus(outcome.Failed ? ActivityStatusCode.Error : ActivityStatusCode.Ok, outcome.Failed ? outcome.Reason : null);
    }
}
