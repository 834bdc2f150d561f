using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>Tokens in the wrong hands, at the wrong time, or used twice (contract, 2.3, 2.6 and 2.9).</summary>
public sealed class TokenDriver(Asking asking, AccountDriver accounts, TokenForge forge, TimeDriver time)
{
    private static readonly TimeSpan ShortPause = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly List<Tokens> row = [];
    private string? copied;

    /// <summary>Shows a token of the owner's that has something wrong with it, as the owner would.</summary>
    public Task ShowForgedAsync(Actor stranger, Actor owner, string flaw, CancellationToken cancellationToken)
    {
        var token = forge.Forge(owner, flaw, stranger);
        return asking.TryAsync(stranger, $"be taken for {owner} by a token {flaw}", client => client.GetProfileAsync(token, cancellationToken), cancellationToken);
    }

    /// <summary>Shows one's own token, but not as the contract has it shown (2.9), named as in features.</summary>
    public Task ShowAmissAsync(Actor actor, string manner, CancellationToken cancellationToken)
    {
        var token = Verdict.Given(actor.Token, "an access token");
        var shown = manner switch
        {
            "without saying that it is one" => token,
            "as if it were a password" => $"Basic {token}",
            _ => throw new ArgumentException($"No way to show a token is called \"{manner}\"."),
        };
        var request = new RawRequest("GET", "/auth/me").WithHeader("Authorization", shown);
        return asking.TryAsync(actor, $"show a token {manner}", client => client.SendRawAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>The newest tokens are promised for an hour, and the access token says itself whose it is.</summary>
    public async Task ShouldBePromisedAnHourAsync(Actor actor, CancellationToken cancellationToken)
    {
        await accounts.ShouldBeLoggedInAsync(actor, cancellationToken);
        forge.ShouldTellWhose(actor, Session(actor));
    }

    /// <summary>Renews the session and remembers the tokens from before.</summary>
    public async Task RenewAsync(Actor actor, CancellationToken cancellationToken)
    {
        actor.Device.Former = Session(actor);
        await accounts.RefreshAsync(actor, cancellationToken);
    }

    /// <summary>
    /// Renews the session several times, one after the other. The person's clock stands still meanwhile: tokens of one second
    /// have the same times, and must differ all the same. Where clocks cannot be moved, some of it is in one second anyway.
    /// </summary>
    public async Task RenewInARowAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        if (time.CanMoveClocks)
        {
            await time.FreezeAsync(actor, cancellationToken);
        }

        row.Clear();
        row.Add(Session(actor));
        for (var renewed = 0; renewed < count; renewed++)
        {
            row.Add((await accounts.RefreshAsync(actor, cancellationToken)).ShouldSucceed());
        }
    }

    /// <summary>Of the tokens that were had in a row, no two are the same.</summary>
    public void EachShouldBeNew(Actor actor)
    {
        var different = Math.Min(row.Select(tokens => tokens.AccessToken).Distinct().Count(), row.Select(tokens => tokens.RefreshToken).Distinct().Count());
        Verdict.That(different == row.Count, $"each renewal should have given {actor} two new tokens, but of {row.Count} pairs only {different} differ");
    }

    /// <summary>The access tokens from before each renewal of a row open what they opened.</summary>
    public async Task FormerShouldStillWorkAsync(Actor actor, CancellationToken cancellationToken)
    {
        foreach (var before in row.SkipLast(1))
        {
            (await ShowAsync(actor, Verdict.Given(before.AccessToken, "an access token"), cancellationToken)).ShouldSucceed();
        }
    }

    /// <summary>Both tokens were exchanged for others.</summary>
    public async Task BothShouldBeNewAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (before, after) = (Former(actor), actor.Journal.LastOf<Tokens>().ShouldSucceed());
        Verdict.That(
            after.AccessToken != before.AccessToken && after.RefreshToken is not null && after.RefreshToken != before.RefreshToken,
            $"both of {actor}'s tokens should be new, but are not");
        await ShouldBePromisedAnHourAsync(actor, cancellationToken);
    }

    /// <summary>The access token from before the renewal works to its last second, and no longer.</summary>
    public Task FormerShouldBeGoodUntilAsync(Actor actor, TimeOnly end, CancellationToken cancellationToken) =>
        ShouldBeGoodUntilAsync(actor, Verdict.Given(Former(actor).AccessToken, "an access token"), end, cancellationToken);

    /// <summary>The access token of now works to its last second, and no longer.</summary>
    public Task PresentShouldBeGoodUntilAsync(Actor actor, TimeOnly end, CancellationToken cancellationToken) =>
        ShouldBeGoodUntilAsync(actor, Verdict.Given(actor.Token, "an access token"), end, cancellationToken);

    /// <summary>Somebody gets hold of the owner's refresh token.</summary>
    public void Copy(Actor owner) => copied = Verdict.Given(Session(owner).RefreshToken, "a refresh token");

    /// <summary>Renews the owner's session with the copied refresh token.</summary>
    public Task UseCopyAsync(Actor stranger, CancellationToken cancellationToken) => accounts.RefreshWithAsync(stranger, copied, cancellationToken);

    /// <summary>Renews the session several times at the same moment with one refresh token.</summary>
    public async Task RenewTogetherAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var token = Verdict.Given(Session(actor).RefreshToken, "a refresh token");
        Func<PropIqClient, Task<Answer<Tokens>>> call = client => client.RefreshAsync(token, cancellationToken);
        await asking.TryTogetherAsync(actor, [.. Enumerable.Repeat(("renew the session", call), count)], cancellationToken);
        Together.ShouldHaveOverlapped(actor);
    }

    /// <summary>Of the renewals at the same moment one worked, and even its tokens open nothing any more.</summary>
    public async Task OneShouldHaveWorkedInVainAsync(Actor actor, CancellationToken cancellationToken)
    {
        var tries = actor.Journal.LastBatch.Cast<Attempt<Tokens>>().ToList();
        var renewed = tries.Where(attempt => attempt.Succeeded).ToList();
        Verdict.That(renewed.Count == 1, $"one of {tries.Count} renewals with the same token should have worked, but {renewed.Count} did");
        var token = renewed[0].Answer.Value!.AccessToken;
        Verdict.That(!string.IsNullOrEmpty(token), $"the renewal that worked should have given {actor} an access token, but gave none");
        var look = await asking.TryAsync(actor, "go on with the renewed token", client => client.GetProfileAsync(token, cancellationToken), cancellationToken);
        Verdict.That(look.Problem?.Status == 401, $"a refresh token used twice should have ended {actor}'s session, but {look.Outcome}");
    }

    /// <summary>Tries to renew the session with something that is no refresh token of this person's.</summary>
    public Task RenewWithAsync(Actor actor, string what, CancellationToken cancellationToken) => accounts.RefreshWithAsync(
        actor,
        what switch
        {
            "the access token" => actor.Token,
            "a made-up token" => "bm90LWEtcmVmcmVzaC10b2tlbi1vZi1hbnlib2R5LWF0LWFsbA",
            "an empty token" => "",
            "no token" => null,
            _ => throw new ArgumentException($"Nothing to renew with is called \"{what}\"."),
        },
        cancellationToken);

    private static Tokens Former(Actor actor) => actor.Device.Former ?? throw new InvalidOperationException($"{actor} has not renewed the session.");

    private static Tokens Session(Actor actor) => actor.Device.Session ?? throw new InvalidOperationException($"{actor} is not logged in.");

    private async Task ShouldBeGoodUntilAsync(Actor actor, string token, TimeOnly end, CancellationToken cancellationToken)
    {
        var moment = Moments.MiddleOfAMonthAt(end);
        await StayInUseUntilAsync(actor, moment - Second, cancellationToken);
        (await ShowAsync(actor, token, cancellationToken)).ShouldSucceed();
        await time.MoveToAsync(actor, moment, cancellationToken);
        Refusals.Because("the access token has expired").ShouldBeTheOutcomeOf(actor.Name, await ShowAsync(actor, token, cancellationToken));
    }

    // Else it would be the session that is over, not the token.
    private async Task StayInUseUntilAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        for (var now = await time.NowAsync(actor, cancellationToken) + ShortPause; now < moment; now += ShortPause)
        {
            await time.MoveToAsync(actor, now, cancellationToken);
            await accounts.ProfileAsync(actor, cancellationToken);
        }

        await time.MoveToAsync(actor, moment, cancellationToken);
    }

    private Task<Attempt<Profile>> ShowAsync(Actor actor, string token, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "use the access token", client => client.GetProfileAsync(token, cancellationToken), cancellationToken);
}
