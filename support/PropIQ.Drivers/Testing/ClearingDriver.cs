using System.Security.Cryptography;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Drivers.Testing;

/// <summary>The testing interface itself: its lock, and what it clears away (contract, section 10).</summary>
public sealed class ClearingDriver(PropIqUnderTest propIq, Traffic traffic, Cast cast)
{
    private const string Password = "SimLeftover2025!";
    private readonly string run = "r" + RandomNumberGenerator.GetHexString(8, lowercase: true);
    private readonly List<string> leftBehind = [];
    private Removed? removed;
    private IAttempt? attempt;

    /// <summary>People of another run, each with analyses and a conversation.</summary>
    public async Task LeaveBehindAsync(int people, int analyses, CancellationToken cancellationToken)
    {
        using var testing = Testing(propIq.TestingSecret);
        using var client = cast.Connect();
        for (var number = 1; number <= people; number++)
        {
            var email = $"leftover+{run}.{number}@simulated.propiq.test";
            leftBehind.Add(email);
            Succeed("leave somebody behind", await testing.SeedUserAsync(new SeededUser(email, Password, "pro", analyses), cancellationToken));
            var session = Succeed("log in", await client.LogInAsync(email, Password, cancellationToken));
            Succeed("ask support", await client.ChatAsync(session.AccessToken, "Will anybody remember me?", null, cancellationToken));
        }
    }

    /// <summary>Clears the other run away.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var testing = Testing(propIq.TestingSecret);
        removed = Succeed("clear a run away", await testing.RemoveUsersAsync(run, null, cancellationToken));
    }

    /// <summary>So much was removed, and its people are unknown now.</summary>
    public async Task ShouldBeGoneAsync(int people, int analyses, int conversations, CancellationToken cancellationToken)
    {
        var expected = new Removed(people, analyses, conversations);
        Verdict.That(removed == expected, $"clearing away should have removed {expected}, but removed {removed}");
        using var client = cast.Connect();
        foreach (var email in leftBehind)
        {
            var login = new Attempt<Tokens>("log in", await client.LogInAsync(email, Password, cancellationToken));
            Refusals.Because("the e-mail or password is wrong").ShouldBeTheOutcomeOf(email, login);
        }
    }

    /// <summary>Tries to move the owner's clock with a wrong secret.</summary>
    public async Task MoveWithoutSecretAsync(Actor owner, TimeSpan time, CancellationToken cancellationToken)
    {
        using var testing = Testing("open-sesame");
        attempt = new Attempt<ClockReading>("move a clock", await testing.SetClockAsync(owner.Email, new ClockChange(AdvanceSeconds: time.TotalSeconds), cancellationToken));
    }

    /// <summary>To whoever does not know the secret the testing interface is locked; whether it says so is PropIQ's own choice.</summary>
    public void ShouldBeLocked(Actor stranger) =>
        Verdict.That(attempt?.Problem?.Status is 401 or 403 or 404, $"{stranger} should find nothing to move clocks with, but {attempt?.Outcome}");

    private static T Succeed<T>(string what, Answer<T> answer)
        where T : class => new Attempt<T>(what, answer).ShouldSucceed();

    private TestingClient Testing(string? secret) => new(propIq.Reach() with
    {
        TestingSecret = PropIqUnderTest.Need(secret, Capability.UserSeeding),
        OnExchange = traffic.Add,
    });
}
