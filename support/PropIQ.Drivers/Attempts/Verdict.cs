using System.Diagnostics.CodeAnalysis;
using FluentAssertions.Execution;

namespace PropIQ.Drivers.Attempts;

/// <summary>Judges in sentences that a product owner understands.</summary>
public static class Verdict
{
    /// <summary>Fails with the sentence unless the condition holds.</summary>
    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            // As it stands: whatever braces hold in what PropIQ said, they are no placeholders.
            AssertionScope.Current.AddPreFormattedFailure(char.ToUpperInvariant(otherwise[0]) + otherwise[1..]);
        }
    }

    /// <summary>Fails with the sentence where something should be given.</summary>
    [DoesNotReturn]
    public static T Fail<T>(string sentence)
    {
        That(false, sentence);

        // Who collects failures comes here, and has nothing to go on with.
        throw new InvalidOperationException(sentence);
    }

    /// <summary>A fact that the answer must contain; a missing one fails with its name in business words.</summary>
    public static T Given<T>(T? fact, string name)
        where T : struct
    {
        That(fact.HasValue, $"PropIQ's answer should give {name}, but does not");
        return fact!.Value;
    }

    /// <inheritdoc cref="Given{T}(T?, string)"/>
    public static T Given<T>(T? fact, string name)
        where T : class
    {
        That(fact is not null, $"PropIQ's answer should give {name}, but does not");
        return fact!;
    }
}
