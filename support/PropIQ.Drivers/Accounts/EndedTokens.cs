using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>A session's end is every token's end that it ever had, whoever holds it (contract, 2.3 and 2.5).</summary>
public sealed class EndedTokens(Asking asking, AccountDriver accounts)
{
    /// <summary>Logs out by the access token from before the renewal, as a page does that has been open since then.</summary>
    public Task LogOutByFormerAsync(Actor actor, CancellationToken cancellationToken)
    {
        var token = FormerOf(actor);
        return asking.TryAsync(actor, "log out by the former access token", client => client.LogOutAsync(token, cancellationToken), cancellationToken);
    }

    /// <summary>The access token from before the renewal opens nothing any more.</summary>
    public Task FormerShouldBeDeadAsync(Actor actor, CancellationToken cancellationToken) => ShouldOpenNothingAsync(actor, FormerOf(actor), cancellationToken);

    /// <summary>Neither of the tokens that somebody got by renewing is good for anything any more.</summary>
    public async Task GainedShouldBeDeadAsync(Actor stranger, CancellationToken cancellationToken)
    {
        var gained = Verdict.Given(stranger.Journal.Of<Tokens>().LastOrDefault(attempt => attempt.Succeeded)?.Answer.Value, $"tokens that {stranger} got");
        await ShouldOpenNothingAsync(stranger, Verdict.Given(gained.AccessToken, "an access token"), cancellationToken);
        SessionEnd.ShouldBeToldBy(await accounts.RefreshWithAsync(stranger, Verdict.Given(gained.RefreshToken, "a refresh token"), cancellationToken), stranger);
    }

    /// <summary>The access token that the person had before the session was renewed.</summary>
    internal static string FormerOf(Actor actor) => Verdict.Given(actor.Device.Former?.AccessToken, "an access token from before the renewal");

    private async Task ShouldOpenNothingAsync(Actor actor, string token, CancellationToken cancellationToken) =>
        SessionEnd.ShouldBeToldBy(await asking.TryAsync(actor, "use an access token of that session", client => client.GetProfileAsync(token, cancellationToken), cancellationToken), actor);
}
