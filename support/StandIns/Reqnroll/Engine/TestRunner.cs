using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Reqnroll.BoDi;
using Reqnroll.Bindings;
using Xunit;

namespace Reqnroll.Engine;

/// <summary>Runs the scenarios of a feature, one after the other.</summary>
internal sealed class TestRunner : ITestRunner
{
    private readonly OutputHelper output = new();
    private readonly ObjectContainer container;
    private ObjectContainer? featureContainer;
    private ObjectContainer? scenarioContainer;
    private ScenarioListener? listener;
    private StepRunner? steps;

    public TestRunner(TestRun run)
    {
        Run = run;
        container = new ObjectContainer(run.Container);
        container.RegisterInstanceAs<IReqnrollOutputHelper>(output);
        container.RegisterInstanceAs<ITestRunner>(this);
    }

    public TestRun Run { get; }

    public FeatureContext? FeatureContext { get; private set; }

    public ScenarioContext? ScenarioContext { get; private set; }

    public async Task OnFeatureStartAsync(FeatureInfo featureInfo)
    {
        featureContainer = new ObjectContainer(container);
        FeatureContext = new FeatureContext(featureContainer, featureInfo, Run.Settings.BindingCulture);
        featureContainer.RegisterInstanceAs(FeatureContext);
        Run.Listener?.FeatureStarted(featureInfo);
        try
        {
            await RunFeatureHooksAsync(HookType.BeforeFeature);
        }
        catch (Exception error)
        {
            FeatureContext.BeforeFeatureHookError = error;
            throw;
        }
    }

    public async Task OnFeatureEndAsync()
    {
        try
        {
            await RunFeatureHooksAsync(HookType.AfterFeature);
        }
        finally
        {
            FeatureContext = null;
            featureContainer?.Dispose();
            featureContainer = null;
        }
    }

    public void OnScenarioInitialize(ScenarioInfo scenarioInfo, RuleInfo? ruleInfo)
    {
        scenarioContainer = new ObjectContainer(featureContainer);
        ScenarioContext = new ScenarioContext(scenarioContainer, scenarioInfo, ruleInfo);
        scenarioContainer.RegisterInstanceAs(ScenarioContext);
    }

    public async Task OnScenarioStartAsync()
    {
        var scenario = ScenarioContext!;
        listener = Run.Listener?.ScenarioStarted(FeatureContext!, scenario, Run.Matcher, Run.Registry);
        output.BeginScenario(
            scenarioContainer!.IsRegistered<ITestOutputHelper>() ? scenarioContainer.Resolve<ITestOutputHelper>() : null,
            listener);
        steps = new StepRunner(Run, FeatureContext!, scenario, scenarioContainer, output, listener, RunScenarioHooksAsync);
        try
        {
            await RunScenarioHooksAsync(HookType.BeforeScenario);
        }
        catch (Exception)
        {
            // It is kept in the context: the steps are skipped, and the error is thrown when they are through.
        }
    }

    public Task CollectScenarioErrorsAsync()
    {
        var scenario = ScenarioContext!;
        switch (scenario.ScenarioExecutionStatus)
        {
            case ScenarioExecutionStatus.OK:
                break;
            case ScenarioExecutionStatus.StepDefinitionPending:
                var pending = string.Join("\n  ", scenario.PendingSteps.Distinct());
                EndUnfinished(
                    $"One or more step definitions are not implemented yet.\n  {pending}",
                    message => new PendingStepException(message));
                break;
            case ScenarioExecutionStatus.UndefinedStep:
                EndUnfinished(
                    $"{MissingStepDefinitionException.What}\n{Snippets.Class(scenario.MissingSteps)}",
                    message => new MissingStepDefinitionException(message));
                break;
            default:
                ExceptionDispatchInfo.Throw(scenario.TestError!);
                break;
        }

        return Task.CompletedTask;
    }

    public async Task OnScenarioEndAsync()
    {
        // There is none when a hook of the feature failed, or the test never came to its scenario.
        if (ScenarioContext is not { } scenario)
        {
            return;
        }

        try
        {
            if (steps is not null)
            {
                await RunScenarioHooksAsync(HookType.AfterScenario);
            }
        }
        finally
        {
            NoteError(scenario);
            listener?.Finished();
            listener = null;
            steps = null;
            ScenarioContext = null;
            scenarioContainer!.Dispose();
            output.EndScenario();
        }
    }

    public Task GivenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null)
        => steps!.RunAsync(StepDefinitionType.Given, keyword ?? "Given ", text, multilineTextArg, tableArg);

    public Task WhenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null)
        => steps!.RunAsync(StepDefinitionType.When, keyword ?? "When ", text, multilineTextArg, tableArg);

    public Task ThenAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null)
        => steps!.RunAsync(StepDefinitionType.Then, keyword ?? "Then ", text, multilineTextArg, tableArg);

    public Task AndAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null)
        => steps!.RunAsync(null, keyword ?? "And ", text, multilineTextArg, tableArg);

    public Task ButAsync(string text, string? multilineTextArg, Table? tableArg, string? keyword = null)
        => steps!.RunAsync(null, keyword ?? "But ", text, multilineTextArg, tableArg);

    private void EndUnfinished(string message, Func<string, Exception> error)
    {
        switch (Run.Settings.MissingOrPendingStepsOutcome)
        {
            case MissingOrPendingStepsOutcome.Pending:
                Run.Provider.TestPending(message);
                break;
            case MissingOrPendingStepsOutcome.Inconclusive:
                Run.Provider.TestInconclusive(message);
                break;
            case MissingOrPendingStepsOutcome.Ignore:
                Run.Provider.TestIgnore(message);
                break;
            default:
                throw error(message);
        }
    }

    private void NoteError(ScenarioContext scenario)
    {
        if (scenario.TestError is { } error && !XunitRuntimeProvider.IsSkip(error))
        {
            Run.NoteError(error);
        }
        else if (scenario.ScenarioExecutionStatus is ScenarioExecutionStatus.UndefinedStep or ScenarioExecutionStatus.StepDefinitionPending)
        {
            Run.NoteError(new MissingStepDefinitionException(MissingStepDefinitionException.What));
        }
    }

    private async Task RunFeatureHooksAsync(HookType type)
    {
        foreach (var hook in Run.Registry.HooksFor(type, FeatureContext!.FeatureInfo, null))
        {
            var from = Stopwatch.GetTimestamp();
            Exception? error = null;
            try
            {
                using var culture = new CultureScope(FeatureContext.BindingCulture);
                await Run.CallHookAsync(hook, featureContainer!);
            }
            catch (Exception thrown)
            {
                error = thrown;
                FeatureContext.TestError ??= thrown;
                throw;
            }
            finally
            {
                Run.Listener?.RunHook(hook, Stopwatch.GetElapsedTime(from), error);
            }
        }
    }

    private async Task RunScenarioHooksAsync(HookType type)
    {
        var scenario = ScenarioContext!;
        foreach (var hook in Run.Registry.HooksFor(type, FeatureContext!.FeatureInfo, scenario.ScenarioInfo))
        {
            listener?.HookStarted(hook);
            var from = Stopwatch.GetTimestamp();
            Exception? error = null;
            try
            {
                using var culture = new CultureScope(FeatureContext.BindingCulture);
                await Run.CallHookAsync(hook, scenarioContainer!);
            }
            catch (Exception thrown)
            {
                error = thrown;
                scenario.TestError ??= thrown;
                scenario.ScenarioExecutionStatus = XunitRuntimeProvider.IsSkip(thrown)
                    ? ScenarioExecutionStatus.Skipped
                    : ScenarioExecutionStatus.TestError;
                throw;
            }
            finally
            {
                listener?.HookFinished(hook, Stopwatch.GetElapsedTime(from), error);
            }
        }
    }
}
