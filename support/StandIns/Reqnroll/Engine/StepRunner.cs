using System.Diagnostics;
using System.Globalization;
using Reqnroll.BoDi;
using Reqnroll.Bindings;

namespace Reqnroll.Engine;

/// <summary>Runs the steps of one scenario.</summary>
internal sealed class StepRunner(
    TestRun run,
    FeatureContext feature,
    ScenarioContext scenario,
    ObjectContainer container,
    OutputHelper output,
    ScenarioListener? listener,
    Func<HookType, Task> hooks)
{
    private StepDefinitionType current = StepDefinitionType.Given;
    private bool wasBegun;

    /// <summary>Runs a step; null for the type of an And or But. What goes wrong is kept in the contexts.</summary>
    public async Task RunAsync(StepDefinitionType? type, string keyword, string text, string? multiline, Table? table)
    {
        current = type ?? current;
        var step = new StepInfo(current, keyword, text, table, multiline);
        var context = new ScenarioStepContext(step);
        scenario.StepContext = context;
        output.Trace(Describe(step));
        try
        {
            var (status, error, duration, wereHooksBegun) = await RunAsync(step);
            if (status != ScenarioExecutionStatus.OK)
            {
                Keep(context, status, error);
            }

            if (!wasBegun)
            {
                listener?.StepStarted();
            }

            listener?.StepFinished(new StepOutcome(status, error, duration));
            if (wereHooksBegun)
            {
                await hooks(HookType.AfterStep);
            }
        }
        finally
        {
            scenario.StepContext = null;
        }
    }

    private async Task<(ScenarioExecutionStatus Status, Exception? Error, TimeSpan Duration, bool WereHooksBegun)> RunAsync(StepInfo step)
    {
        var isAfterError = scenario.ScenarioExecutionStatus != ScenarioExecutionStatus.OK;
        var from = Stopwatch.GetTimestamp();
        var wereHooksBegun = false;
        wasBegun = false;
        try
        {
            // Also after an error, so that a report shows every step that has no definition.
            var match = run.Matcher.Find(step, feature, scenario.ScenarioInfo);
            if (match is null)
            {
                scenario.MissingSteps.Add(step);
                output.Trace($"-> undefined: {MissingStepDefinitionException.What} Use the following code to create one:\n{Snippets.Method(step)}");
                return (ScenarioExecutionStatus.UndefinedStep, null, TimeSpan.Zero, false);
            }

            if (isAfterError)
            {
                output.Trace("-> skipped because of previous errors");
                return (ScenarioExecutionStatus.Skipped, null, TimeSpan.Zero, false);
            }

            var arguments = await ArgumentsAsync(match);
            wereHooksBegun = true;
            listener?.StepStarted();
            wasBegun = true;
            from = Stopwatch.GetTimestamp();
            await CallAsync(match.Binding.Method, arguments);
            var duration = Stopwatch.GetElapsedTime(from);
            output.Trace(string.Create(
                CultureInfo.InvariantCulture,
                $"-> done: {match.Binding.Method.Type.Name}.{match.Binding.Method.Method.Name}({Join(arguments)}) ({duration.TotalSeconds:F1}s)"));
            return (ScenarioExecutionStatus.OK, null, duration, true);
        }
        catch (Exception error)
        {
            var status = StatusOf(error);
            Report(step, status, error);
            return (status, error, Stopwatch.GetElapsedTime(from), wereHooksBegun);
        }
    }

    private async ValueTask<object?[]> ArgumentsAsync(StepMatch match)
    {
        if (match.Arguments.Length == 0 || run.Settings.IsDryRun)
        {
            return match.Arguments;
        }

        var parameters = match.Binding.Method.Parameters;
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = await run.Converter.ConvertAsync(match.Arguments[i], parameters[i], feature.BindingCulture, CallAsync);
        }

        return arguments;
    }

    private async ValueTask<object?> CallAsync(BoundMethod method, object?[] arguments)
    {
        if (run.Settings.IsDryRun)
        {
            return null;
        }

        using var culture = new CultureScope(feature.BindingCulture);
        var target = method.Method.IsStatic ? null : container.Resolve(method.Type);
        return await method.CallAsync(target, arguments);
    }

    private void Keep(ScenarioStepContext context, ScenarioExecutionStatus status, Exception? error)
    {
        context.Status = status;
        context.StepError = error;
        var before = scenario.ScenarioExecutionStatus;
        var isWorse = status == ScenarioExecutionStatus.Skipped ? before == ScenarioExecutionStatus.OK : before < status;
        if (isWorse)
        {
            scenario.ScenarioExecutionStatus = status;
            scenario.TestError = error ?? scenario.TestError;
        }
    }

    private void Report(StepInfo step, ScenarioExecutionStatus status, Exception error)
    {
        var what = status switch
        {
            ScenarioExecutionStatus.Skipped => "skipped",
            ScenarioExecutionStatus.StepDefinitionPending => "pending",
            ScenarioExecutionStatus.BindingError => "binding error",
            _ => "error",
        };
        output.Trace($"-> {what}: {XunitRuntimeProvider.Reason(error)}");
        if (status == ScenarioExecutionStatus.StepDefinitionPending)
        {
            scenario.PendingSteps.Add($"{step.Keyword}{step.Text}");
        }
    }

    private static ScenarioExecutionStatus StatusOf(Exception error) => error switch
    {
        PendingStepException => ScenarioExecutionStatus.StepDefinitionPending,
        BindingException => ScenarioExecutionStatus.BindingError,
        _ when XunitRuntimeProvider.IsSkip(error) => ScenarioExecutionStatus.Skipped,
        _ => ScenarioExecutionStatus.TestError,
    };

    private static string Describe(StepInfo step)
    {
        var line = step.Keyword + step.Text;
        if (step.MultilineText is not null)
        {
            line += $"\n  --- multiline step argument ---\n  {step.MultilineText.ReplaceLineEndings("\n  ")}";
        }

        return step.Table is null ? line : $"{line}\n  --- table step argument ---\n  {step.Table.ToString().TrimEnd().ReplaceLineEndings("\n  ")}";
    }

    private static string Join(object?[] arguments)
        => string.Join(", ", arguments.Select(a => a switch
        {
            string text => $"\"{(text.Length > 60 ? text[..60] + "…" : text)}\"",
            Table => "<table>",
            _ => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "null",
        }));
}
