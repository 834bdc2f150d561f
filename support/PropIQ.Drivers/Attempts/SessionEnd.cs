using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Attempts;

/// <summary>How PropIQ says that a session is over that was ended (contract, 2.3 and 2.5): a code is named for idle sessions alone (2.7).</summary>
internal static class SessionEnd
{
    // Whoever reads these tries to renew the session, or another password.
    private static readonly string[] OfSomethingElse = ["token_expired", "invalid_credentials"];

    /// <summary>Whether an attempt was refused because nobody is logged in any more.</summary>
    public static bool IsToldBy(IAttempt attempt) =>
        attempt.Problem is { Status: 401, Code: { Length: > 0 } code } && !OfSomethingElse.Contains(code);

    /// <summary>An attempt with what is left of a session opened nothing.</summary>
    public static void ShouldBeToldBy(IAttempt attempt, Actor actor) =>
        Verdict.That(IsToldBy(attempt), $"a session that is over should open nothing, but {actor} tried to {attempt.What}: {attempt.Outcome}");
}
