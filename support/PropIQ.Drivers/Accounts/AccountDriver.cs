using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>Accounts and sessions: signing up, logging in and out, staying logged in.</summary>
public sealed class AccountDriver(Asking asking, TimeDriver time)
{
    /// <summary>Signs a new person up; they are logged in afterwards.</summary>
    public async Task<Attempt<Tokens>> SignUpAsync(Actor actor, CancellationToken cancellationToken)
    {
        await time.EnterAsync(actor, cancellationToken);
        var details = new SignUp(actor.Email, actor.Password, actor.Name, "Simulated");
        return Enter(actor, await asking.TryAsync(actor, "sign up", client => client.SignUpAsync(details, cancellationToken), cancellationToken));
    }

    /// <summary>Signs up with details of one's own choosing.</summary>
    public Task<Attempt<Tokens>> SignUpWithAsync(Actor actor, string email, string password, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, $"sign up as {email}", client => client.SignUpAsync(new SignUp(email, password), cancellationToken), cancellationToken);

    /// <summary>Logs in on the device in hand.</summary>
    public async Task<Attempt<Tokens>> LogInAsync(Actor actor, CancellationToken cancellationToken) =>
        Enter(actor, await LogInWithAsync(actor, actor.Email, actor.Password, cancellationToken));

    /// <summary>Tries an e-mail and a password; the session, if there comes one, is not kept.</summary>
    public Task<Attempt<Tokens>> LogInWithAsync(Actor actor, string email, string password, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "log in", client => client.LogInAsync(email, password, cancellationToken), cancellationToken);

    /// <summary>Renews the session on the device in hand.</summary>
    public async Task<Attempt<Tokens>> RefreshAsync(Actor actor, CancellationToken cancellationToken) =>
        Enter(actor, await RefreshWithAsync(actor, actor.Device.Session?.RefreshToken, cancellationToken));

    /// <summary>Tries a refresh token; the new tokens, if there come any, are not kept.</summary>
    public Task<Attempt<Tokens>> RefreshWithAsync(Actor actor, string? refreshToken, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "renew the session", client => client.RefreshAsync(refreshToken, cancellationToken), cancellationToken);

    /// <summary>Logs out on the device in hand; the dead tokens are kept, to be tried.</summary>
    public Task LogOutAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "log out", client => client.LogOutAsync(actor.Token, cancellationToken), cancellationToken);

    /// <summary>Tries to look at the own profile.</summary>
    public Task<Attempt<Profile>> TryProfileAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "look at the own profile", client => client.GetProfileAsync(actor.Token, cancellationToken), cancellationToken);

    /// <summary>The own profile, which has to be there.</summary>
    public Task<Profile> ProfileAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.LookAsync(actor, "look at the own profile", client => client.GetProfileAsync(actor.Token, cancellationToken), cancellationToken);

    /// <summary>The newest tokens open the person's own account, and are promised for an hour, no longer than the token itself holds.</summary>
    public Task ShouldBeLoggedInAsync(Actor actor, CancellationToken cancellationToken) =>
        ShouldBeLoggedInAsync(actor, actor.Journal.LastOf<Tokens>(), cancellationToken);

    /// <summary>So do the tokens of any login.</summary>
    public async Task ShouldBeLoggedInAsync(Actor actor, Attempt<Tokens> login, CancellationToken cancellationToken)
    {
        var session = actor.Device.Session = login.ShouldBeWhole();
        Verdict.That(
            session.ExpiresIn == 3600 && TokenForge.Lifetime(actor) == TimeSpan.FromHours(1) && session.TokenType == "bearer",
            $"{actor} should get a bearer token for 3600 seconds, but gets \"{session.TokenType}\" for {session.ExpiresIn}, and the token itself says {TokenForge.Lifetime(actor).TotalSeconds}");
        var profile = await ProfileAsync(actor, cancellationToken);
        Verdict.That(
            (session.User?.Id, session.User?.Email?.ToUpperInvariant(), session.User?.Tier) == (profile.Id, profile.Email?.ToUpperInvariant(), profile.Tier),
            $"{actor}'s login should show the account that the profile shows, {profile.Email} on {profile.Tier}, but shows {session.User?.Email} on {session.User?.Tier}");
        Verdict.That(
            IsOf(actor, profile),
            $"{actor} should be logged in as {actor.Email}, but the profile is {profile.Email ?? "nobody"}'s");
    }

    /// <summary>Whether a profile is this person's, by the address, in whatever case PropIQ shows it.</summary>
    internal static bool IsOf(Actor actor, Profile profile) => string.Equals(profile.Email, actor.Email, StringComparison.OrdinalIgnoreCase);

    private static Attempt<Tokens> Enter(Actor actor, Attempt<Tokens> attempt)
    {
        if (attempt.Succeeded)
        {
            actor.Device.Session = attempt.Answer.Value;
            actor.UserId = attempt.Answer.Value!.User?.Id ?? actor.UserId;
        }

        return attempt;
    }
}
