using System.Collections.Concurrent;
using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using Reqnroll.Bindings;
using Reqnroll.Engine;
using Hook = Reqnroll.Bindings.Hook;

namespace Reqnroll.Messages;

/// <summary>Writes a test run as Cucumber Messages.</summary>
internal sealed class MessageFormatter(NdjsonFile file) : IRunListener
{
    private readonly ConcurrentDictionary<FeatureInfo, Lazy<FeatureMessages?>> features = [];
    private readonly Ids ids = new();
    private readonly ConcurrentDictionary<string, string> bindings = [];
    private string run = "";

    public static IRunListener ToFile(string path) => new MessageFormatter(new NdjsonFile(path));

    public void RunStarted(BindingRegistry registry)
    {
        run = ids.GetNewId();
        file.Write(Envelope.Create(BindingMessages.Meta()));
        foreach (var type in registry.Transformations)
        {
            file.Write(Envelope.Create(BindingMessages.ToParameterType(type, ids.GetNewId())));
        }

        // A definition with several scopes or kinds is still one definition.
        foreach (var definition in registry.Steps.GroupBy(s => (s.Method.Method, s.Expression.Source)))
        {
            var id = ids.GetNewId();
            file.Write(Envelope.Create(BindingMessages.ToStepDefinition(definition.First(), id)));
            foreach (var step in definition)
            {
                bindings[step.Id] = id;
            }
        }

        foreach (var hook in registry.Hooks)
        {
            bindings[hook.Id] = ids.GetNewId();
            file.Write(Envelope.Create(BindingMessages.ToHook(hook, bindings[hook.Id])));
        }

        file.Write(Envelope.Create(new TestRunStarted(Now(), run)));
    }

    public void RunHook(Hook hook, TimeSpan duration, System.Exception? error)
    {
        var id = ids.GetNewId();
        var now = DateTime.UtcNow;
        file.Write(
        [
            Envelope.Create(new TestRunHookStarted(id, run, bindings[hook.Id], null, Converters.ToTimestamp(now - duration))),
            Envelope.Create(new TestRunHookFinished(id, BindingMessages.ToResult(HookStatus(error), error, duration), Converters.ToTimestamp(now))),
        ]);
    }

    public void FeatureStarted(FeatureInfo feature) => _ = MessagesOf(feature);

    public ScenarioListener? ScenarioStarted(FeatureContext feature, ScenarioContext scenario, StepMatcher matcher, BindingRegistry registry)
        => MessagesOf(feature.FeatureInfo)?.PickleAt(scenario.ScenarioInfo.PickleIndex) is { } pickle
            ? new ScenarioMessages(file, ids, run, new ScenarioPlan(pickle, feature, scenario.ScenarioInfo, matcher, registry, ids, id => bindings[id]))
            : null;

    public void RunFinished(System.Exception? error)
    {
        file.Write(Envelope.Create(new TestRunFinished(error?.Message, error is null, Now(), null, run)));
        file.Dispose();
    }

    internal static Timestamp Now() => Converters.ToTimestamp(DateTime.UtcNow);

    internal static TestStepResultStatus HookStatus(System.Exception? error) => error switch
    {
        null => TestStepResultStatus.PASSED,
        PendingStepException => TestStepResultStatus.PENDING,
        _ when XunitRuntimeProvider.IsSkip(error) => TestStepResultStatus.SKIPPED,
        _ => TestStepResultStatus.FAILED,
    };

    private FeatureMessages? MessagesOf(FeatureInfo feature)
        => features.GetOrAdd(feature, f => new Lazy<FeatureMessages?>(() => Begin(f))).Value;

    private FeatureMessages? Begin(FeatureInfo feature)
    {
        var messages = FeatureMessages.Read(feature, ids);
        if (messages is not null)
        {
            file.Write(messages.Envelopes);
        }

        return messages;
    }
}
