using FluentAssertions;
using FluentAssertions.Execution;

namespace PropIQ.Drivers.Tests;

/// <summary>What a check comes to: it holds, or fails in its sentence.</summary>
internal static class Verdicts
{
    /// <summary>The check has nothing to object to.</summary>
    public static void Holds(Action check) => check.Should().NotThrow();

    /// <inheritdoc cref="Holds(Action)"/>
    public static Task HoldsAsync(Func<Task> check) => check.Should().NotThrowAsync();

    /// <summary>The check fails as a verdict, in exactly this sentence.</summary>
    public static void Fails(Action check, string sentence) =>
        check.Should().Throw<AssertionFailedException>().Which.Message.Should().Be(sentence);

    /// <inheritdoc cref="Fails(Action, string)"/>
    public static async Task FailsAsync(Func<Task> check, string sentence) =>
        (await check.Should().ThrowAsync<AssertionFailedException>()).Which.Message.Should().Be(sentence);
}
