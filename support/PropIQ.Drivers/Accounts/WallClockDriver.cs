using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>Expiry by the machine's own clock: nobody's clock is moved here, and the testing interface is not used (contract, 2.6).</summary>
public sealed class WallClockDriver(AccountDriver accounts, TokenForge forge, Pace pace)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Seconds of a token's life that are still to come.
    private const int ShortestLeft = 2;
    private const int LongestLeft = 16;

    // Well below 20 requests a second.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    // PropIQ's clock may be another machine's.
    private static readonly TimeSpan BetweenClocks = TimeSpan.FromMilliseconds(250);

    private readonly List<Attempt<Profile>> looks = [];
    private DateTimeOffset end;

    /// <summary>Signs up like any customer, and lives by the machine's clock from then on.</summary>
    public async Task SignUpAsync(Actor actor, CancellationToken cancellationToken)
    {
        pace.LeaveClockAlone(actor);
        actor.Device.Session = (await accounts.SignUpWithAsync(actor, actor.Email, actor.Password, cancellationToken)).ShouldSucceed();
    }

    /// <summary>The access token of this session is nearly an hour old: it ends at the next full second but one.</summary>
    public void AgeToken(Actor actor) => AgeToken(actor, ShortestLeft);

    /// <summary>Looks at the profile again and again until that is refused, or patience ends.</summary>
    public async Task LookUntilRefusedAsync(Actor actor, CancellationToken cancellationToken)
    {
        await LookAsync(actor, cancellationToken);

        // On a loaded machine the first look may be over too late to say anything: once more, with more time left.
        for (var left = 2 * ShortestLeft; IsTooLate(looks[0]) && left <= LongestLeft; left *= 2)
        {
            looks.Clear();
            AgeToken(actor, left);
            await LookAsync(actor, cancellationToken);
        }
    }

    /// <summary>Every look that was over before the token's end worked; every one that began after it was refused for its age.</summary>
    public void ShouldHaveEndedOnTime(Actor actor)
    {
        var refusal = Refusals.Because("the access token has expired");
        Verdict.That(looks[0].Succeeded, $"{actor}'s token should have worked before its end, but {looks[0].Outcome}");
        refusal.ShouldBeTheOutcomeOf(actor.Name, looks[^1]);
        var (early, late) = (looks[^1].Exchange, looks[^2].Exchange);
        var refusedAt = early.StartedAt + early.Duration;
        Verdict.That(refusedAt >= end - BetweenClocks, $"{actor}'s token should be good until {end:T}, but was refused {(end - refusedAt).TotalMilliseconds:0} ms before");
        Verdict.That(late.StartedAt < end + BetweenClocks, $"{actor}'s token should be good until {end:T} and no longer, but worked after it");
    }

    private void AgeToken(Actor actor, int secondsLeft)
    {
        end = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds() + secondsLeft);
        actor.Device.Session = actor.Device.Session! with { AccessToken = forge.Minted(actor, end - Hour, Hour) };
    }

    private bool IsTooLate(Attempt<Profile> look) => !look.Succeeded && look.Exchange.StartedAt + look.Exchange.Duration >= end;

    private async Task LookAsync(Actor actor, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks);
        do
        {
            looks.Add(await accounts.TryProfileAsync(actor, cancellationToken));
        }
        while (looks[^1].Succeeded && DateTimeOffset.UtcNow < end + Patience && await timer.WaitForNextTickAsync(cancellationToken));
    }
}
