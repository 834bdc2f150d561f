using FluentAssertions;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Reqnroll;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>One binding that cannot be used fails every scenario, and says which and why.</summary>
public sealed class BindingErrorTests
{
    /// <summary>The kinds of wrong binding.</summary>
    [Theory]
    [InlineData(typeof(AsyncVoid), "*AsyncVoid.Step()': async void methods are not supported. Please use 'async Task'.")]
    [InlineData(typeof(UnknownType), "*UnknownType.Step(String)' is invalid: Undefined parameter type 'colour' in the expression 'a {colour} thing'*")]
    [InlineData(typeof(BrokenRegex), "*BrokenRegex.Step()' is invalid: Invalid pattern*")]
    [InlineData(typeof(InstanceHook), "*must be static*InstanceHook.Hook()")]
    [InlineData(typeof(BrokenTransformation), "Binding error(s) found:*Invalid step argument transformation*")]
    [InlineData(typeof(Generic<>), "*cannot be generic*")]
    public async Task A_wrong_binding_fails_every_scenario(Type wrong, string message)
    {
        var outcome = await new ScenarioLab(typeof(Right), wrong).RunAsync("Given all is well");

        outcome.Error.Should().BeOfType<BindingException>().Which.Message.Should().Match(message);
        outcome.Output.Should().Contain("-> binding error: Binding error(s) found:");
    }

    private sealed class Right
    {
        [Given("all is well")]
        public static void Well()
        {
        }
    }

    private sealed class AsyncVoid
    {
        [Given("nobody waits")]
        public static async void Step() => await Task.Yield();
    }

    private sealed class UnknownType
    {
        [Given("a {colour} thing")]
        public static void Step(string colour) => _ = colour;
    }

    private sealed class BrokenRegex
    {
        [Given("^never (closed$")]
        public static void Step()
        {
        }
    }

    private sealed class InstanceHook
    {
        [BeforeFeature]
        public void Hook() => _ = this;
    }

    private sealed class BrokenTransformation
    {
        [StepArgumentTransformation("(never closed")]
        public static int Number(string text) => text.Length;
    }

    private sealed class Generic<T>
    {
        [Given("a type")]
        public static T? Step() => default;
    }
}
