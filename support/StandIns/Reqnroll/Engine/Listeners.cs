using Reqnroll.Bindings;

namespace Reqnroll.Engine;

/// <summary>Is told what happens in a test run.</summary>
internal interface IRunListener
{
    void RunStarted(BindingRegistry registry);

    void RunHook(Hook hook, TimeSpan duration, Exception? error);

    void FeatureStarted(FeatureInfo feature);

    /// <summary>Null when the scenario cannot be told apart in its feature file.</summary>
    ScenarioListener? ScenarioStarted(FeatureContext feature, ScenarioContext scenario, StepMatcher matcher, BindingRegistry registry);

    void RunFinished(Exception? error);
}

/// <summary>Is told what happens in one scenario.</summary>
internal abstract class ScenarioListener
{
    public abstract void HookStarted(Hook hook);

    public abstract void HookFinished(Hook hook, TimeSpan duration, Exception? error);

    public abstract void StepStarted();

    public abstract void StepFinished(StepOutcome outcome);

    public abstract void Output(string text);

    public abstract void Attachment(string path);

    public abstract void Finished();
}

/// <summary>How a step ended.</summary>
internal sealed record StepOutcome(ScenarioExecutionStatus Status, Exception? Error, TimeSpan Duration);
