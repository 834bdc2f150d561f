using System.Diagnostics;
using System.Text.Json;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Collaborators;

/// <summary>The onboarding e-mail, and the mailer's troubles (contract, 8.4 and 8.7).</summary>
public sealed class WelcomeDriver(PropIqUnderTest propIq, InboxDriver inbox, AccountDriver accounts)
{
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);
    private TimeSpan signUpTook = TimeSpan.MaxValue;

    /// <summary>The mailer takes nothing for this person.</summary>
    public Task RejectAsync(Actor actor, Rejection rejection, CancellationToken cancellationToken) =>
        inbox.RejectAsync(Surrounding.Email, actor.Email, rejection, cancellationToken);

    /// <summary>The mailer leaves PropIQ waiting with whatever is for this person.</summary>
    public Task StallAsync(Actor actor, CancellationToken cancellationToken) => inbox.StallAsync(Surrounding.Email, actor.Email, Stall, cancellationToken);

    /// <summary>Signs up, and measures how long that takes.</summary>
    public async Task SignUpAsync(Actor actor, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await accounts.SignUpAsync(actor, cancellationToken);
        signUpTook = Stopwatch.GetElapsedTime(since);
    }

    /// <summary>The sign-up worked, and the mailer's trouble was no reason to wait.</summary>
    public async Task ShouldBeInAtOnceAsync(Actor actor, CancellationToken cancellationToken)
    {
        (await accounts.TryProfileAsync(actor, cancellationToken)).ShouldSucceed();
        Verdict.That(signUpTook < Promptness.AtOnce, $"{actor} should be signed up at once, but it took {signUpTook.TotalSeconds:0.0} s");
    }

    /// <summary>Nothing was delivered while the mailer was in trouble; well again, it delivers exactly one welcome.</summary>
    public async Task ShouldBeWelcomedOnceHealedAsync(Actor actor, CancellationToken cancellationToken)
    {
        await inbox.HealAsync(Surrounding.Email, actor.Email, cancellationToken);
        await ShouldBeWelcomedAsync(actor, cancellationToken);
    }

    /// <summary>Exactly one e-mail went out, and it is addressed to this person alone.</summary>
    public async Task ShouldBeWelcomedAsync(Actor actor, CancellationToken cancellationToken)
    {
        await inbox.MailsShouldHaveGoneAsync(actor, 1, cancellationToken);
        var mail = (await PropIqUnderTest.Need(propIq.Email, "email-mock").ContainingAsync(actor.Email, cancellationToken))[0];
        using var json = JsonDocument.Parse(mail.Body);
        var addressees = json.RootElement.GetProperty("personalizations").EnumerateArray()
            .SelectMany(each => each.GetProperty("to").EnumerateArray())
            .Select(to => to.GetProperty("email").GetString())
            .ToList();
        Verdict.That(
            addressees.Count == 1 && string.Equals(addressees[0], actor.Email, StringComparison.OrdinalIgnoreCase),
            $"the welcome should go to {actor.Email} alone, but goes to {string.Join(", ", addressees)}");
    }
}
