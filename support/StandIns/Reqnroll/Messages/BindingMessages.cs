using System.Runtime.InteropServices;
using Cucumber.Messages;
using Io.Cucumber.Messages.Types;
using Reqnroll.Bindings;
using Reqnroll.Engine;
using Reqnroll.Expressions;
using HookType = Reqnroll.Bindings.HookType;
using ParameterType = Io.Cucumber.Messages.Types.ParameterType;

namespace Reqnroll.Messages;

/// <summary>What messages say of bindings, results and the machine.</summary>
internal static class BindingMessages
{
    public static Meta Meta() => new(
        ProtocolVersion.Version,
        new Product("Reqnroll (stand-in)", typeof(BindingMessages).Assembly.GetName().Version?.ToString()),
        new Product("dotNet", Environment.Version.ToString()),
        new Product(RuntimeInformation.RuntimeIdentifier, Environment.OSVersion.VersionString),
        new Product(RuntimeInformation.ProcessArchitecture.ToString(), null),
        null);

    public static StepDefinition ToStepDefinition(StepBinding step, string id)
    {
        var kind = step.Expression.IsCucumber ? StepDefinitionPatternType.CUCUMBER_EXPRESSION : StepDefinitionPatternType.REGULAR_EXPRESSION;
        return new StepDefinition(id, new StepDefinitionPattern(step.Expression.Source, kind), Source(step.Method));
    }

    public static Io.Cucumber.Messages.Types.Hook ToHook(Bindings.Hook hook, string id)
        => new(id, null, Source(hook.Method), hook.Scope?.Tag is { } tag ? $"@{tag}" : null, hook.Type switch
        {
            HookType.BeforeTestRun or HookType.BeforeFeature => Io.Cucumber.Messages.Types.HookType.BEFORE_TEST_RUN,
            HookType.AfterTestRun or HookType.AfterFeature => Io.Cucumber.Messages.Types.HookType.AFTER_TEST_RUN,
            HookType.BeforeScenario => Io.Cucumber.Messages.Types.HookType.BEFORE_TEST_CASE,
            HookType.AfterScenario => Io.Cucumber.Messages.Types.HookType.AFTER_TEST_CASE,
            _ => Io.Cucumber.Messages.Types.HookType.AFTER_TEST_STEP,
        });

    public static ParameterType ToParameterType(Transformation transformation, string id)
        => new(
            transformation.Name ?? transformation.Returns.Name,
            [transformation.Regex?.ToString() ?? Expressions.ParameterType.Anything],
            false,
            false,
            id,
            Source(transformation.Method));

    public static TestStepResult ToResult(TestStepResultStatus status, System.Exception? error, TimeSpan duration)
    {
        // Only a failure has a message; the error itself is always there, with xunit's mark where it is a skip.
        var message = status is TestStepResultStatus.FAILED or TestStepResultStatus.PENDING ? error?.Message : null;
        return new TestStepResult(
            Converters.ToDuration(duration),
            message,
            status,
            error is null ? null : new Io.Cucumber.Messages.Types.Exception(error.GetType().Name, error.Message, error.StackTrace));
    }

    private static SourceReference Source(BoundMethod method)
        => SourceReference.Create(new JavaMethod(
            $"{method.Type.Assembly.GetName().Name}.{method.Type.FullName}",
            method.Method.Name,
            [.. method.Parameters.Select(p => p.Name)]));
}
