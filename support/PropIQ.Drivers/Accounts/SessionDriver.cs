using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>How time passes in a session: work with pauses, and what is left of the session afterwards.</summary>
public sealed class SessionDriver(PropIqUnderTest propIq, AccountDriver accounts, AnalysisDriver analyses, TokenForge forge, TimeDriver time)
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan LongPause = TimeSpan.FromMinutes(29);
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    /// <summary>The person logs in at a time of the day, which then stands still until it is moved.</summary>
    public async Task LogInAtAsync(Actor actor, TimeOnly at, CancellationToken cancellationToken)
    {
        (await accounts.SignUpAsync(actor, cancellationToken)).ShouldSucceed();
        await time.FreezeAsync(actor, Moments.MiddleOfAMonthAt(at), cancellationToken);
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
    }

    /// <summary>The person was last active at a time of the day.</summary>
    public async Task WasLastActiveAsync(Actor actor, TimeOnly at, CancellationToken cancellationToken)
    {
        await LogInAtAsync(actor, at, cancellationToken);
        await accounts.ProfileAsync(actor, cancellationToken);
    }

    /// <summary>
    /// Time passes, with something done in the session at least every 20 minutes. Where clocks cannot be moved, the session
    /// stays as young as it is and its access token alone ages.
    /// </summary>
    public async Task WorkAsync(Actor actor, TimeSpan span, CancellationToken cancellationToken)
    {
        if (!time.CanMoveClocks && propIq.TokenKey is not null && actor.Device.Session is { } session)
        {
            actor.Device.Session = session with { AccessToken = forge.Minted(actor, DateTimeOffset.UtcNow - span, TokenLife) };
            return;
        }

        for (var left = span; left > TimeSpan.Zero; left -= ShortPause)
        {
            if (left < span)
            {
                await accounts.ProfileAsync(actor, cancellationToken);
            }

            await time.PassAsync(actor, left < ShortPause ? left : ShortPause, cancellationToken);
        }
    }

    /// <summary>Looks at the profile now and then until a time of the day, and renews the session before its token's hour is over.</summary>
    public async Task WorkUntilAsync(Actor actor, TimeOnly end, CancellationToken cancellationToken)
    {
        var (now, moment) = (await time.NowAsync(actor, cancellationToken), Moments.MiddleOfAMonthAt(end));
        var renewed = now;
        while (now < moment)
        {
            now = now + LongPause < moment ? now + LongPause : moment;
            await time.MoveToAsync(actor, now, cancellationToken);
            await accounts.ProfileAsync(actor, cancellationToken);
            if (now + LongPause - renewed > TokenLife)
            {
                (await accounts.RefreshAsync(actor, cancellationToken)).ShouldSucceed();
                renewed = now;
            }
        }
    }

    /// <summary>
    /// Analyses properties with pauses in between, renewing the session whenever <paramref name="renewEvery"/> has passed.
    /// Nothing is judged here: a Then does.
    /// </summary>
    public async Task AnalyzeApartAsync(Actor actor, int count, TimeSpan pause, TimeSpan? renewEvery, CancellationToken cancellationToken)
    {
        var sinceRenewal = TimeSpan.Zero;
        for (var done = 0; done < count; done++)
        {
            if (done > 0)
            {
                await time.PassAsync(actor, pause, cancellationToken);
                sinceRenewal += pause;
            }

            if (sinceRenewal >= renewEvery)
            {
                await accounts.RefreshAsync(actor, cancellationToken);
                sinceRenewal = TimeSpan.Zero;
            }

            await analyses.AnalyzeAnotherAsync(actor, cancellationToken);
        }
    }

    /// <summary>Everything that was tried worked, in the one session that began with the login or sign-up.</summary>
    public void ShouldHaveLasted(Actor actor)
    {
        var tried = actor.Journal.All;
        var failed = tried.FirstOrDefault(attempt => !attempt.Succeeded);
        Verdict.That(failed is null, $"{actor}'s session should have lasted, but the attempt to {failed?.What} failed: {failed?.Outcome}");
        Verdict.That(tried.Count(attempt => attempt is Attempt<Analysis>) > 0, $"{actor} did nothing in the session");
    }

    /// <summary>The newest attempt was refused since the session is over; renewing does not help, logging in does (contract, 2.7).</summary>
    public async Task ShouldBeOverAsync(Actor actor, CancellationToken cancellationToken)
    {
        var over = Refusals.Because("the session is over");
        over.ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);
        over.ShouldBeTheOutcomeOf(actor.Name, await accounts.RefreshAsync(actor, cancellationToken));
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
        await accounts.ProfileAsync(actor, cancellationToken);
    }

    /// <summary>Renewing the session works, and so does PropIQ afterwards.</summary>
    public async Task ShouldGoOnOnceRenewedAsync(Actor actor, CancellationToken cancellationToken)
    {
        (await accounts.RefreshAsync(actor, cancellationToken)).ShouldSucceed();
        await accounts.ProfileAsync(actor, cancellationToken);
    }
}
