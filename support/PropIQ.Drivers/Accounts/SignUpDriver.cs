using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>Sign-ups out of the ordinary: odd passwords, taken addresses, several at once (contract, 2.1).</summary>
public sealed class SignUpDriver(Asking asking, AccountDriver accounts, TimeDriver time)
{
    private const string OlderForm = """{"email":"%E","password":"%P","firstName":"%F","lastName":"O'Ölder","newsletter":true}""";
    private readonly Dictionary<Actor, string> chosen = [];

    /// <summary>Signs up with a password of one's own choosing.</summary>
    public async Task ChooseAsync(Actor actor, string password, CancellationToken cancellationToken)
    {
        await time.EnterAsync(actor, cancellationToken);
        chosen[actor] = password;
        await accounts.SignUpWithAsync(actor, actor.Email, password, cancellationToken);
    }

    /// <summary>Signs up and leaves the form empty.</summary>
    public Task LeaveEmptyAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "sign up with an empty form", client => client.SignUpAsync(new SignUp(null, null), cancellationToken), cancellationToken);

    /// <summary>Signs up with somebody else's e-mail address, written in capitals.</summary>
    public Task TakeAddressAsync(Actor stranger, Actor owner, CancellationToken cancellationToken) =>
        accounts.SignUpWithAsync(stranger, owner.Email.ToUpperInvariant(), stranger.Password, cancellationToken);

    /// <summary>Signs up as older web forms do: names in camel case, and a member that PropIQ does not know.</summary>
    public async Task UseOlderFormAsync(Actor actor, CancellationToken cancellationToken)
    {
        await time.EnterAsync(actor, cancellationToken);
        chosen[actor] = actor.Password;
        var form = OlderForm.Replace("%E", actor.Email).Replace("%P", actor.Password).Replace("%F", actor.Name);
        await asking.TryAsync(actor, "sign up by an older form", client => client.SendRawAsync("POST", "/auth/signup", null, form, cancellationToken), cancellationToken);
    }

    /// <summary>Signs up several times at the same moment, each time with another password.</summary>
    public async Task RaceAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        await time.EnterAsync(actor, cancellationToken);
        await asking.TryTogetherAsync(
            actor,
            [.. Enumerable.Range(0, count).Select(number => ("sign up", Call(actor, number)))],
            cancellationToken);
        Together.ShouldHaveOverlapped(actor);

        Func<PropIqClient, Task<Answer<Tokens>>> Call(Actor who, int number) =>
            client => client.SignUpAsync(new SignUp(who.Email, who.Password + number, who.Name), cancellationToken);
    }

    /// <summary>Of the sign-ups at the same moment one opened an account, which its own password opens, and no other.</summary>
    public async Task ShouldHaveOneAccountAsync(Actor actor, CancellationToken cancellationToken)
    {
        var tries = actor.Journal.LastBatch.Cast<Attempt<Tokens>>().ToList();
        var winner = tries.FindIndex(attempt => attempt.Succeeded);
        Verdict.That(tries.Count(attempt => attempt.Succeeded) == 1, $"one of {actor}'s {tries.Count} sign-ups should open an account, but {tries.Count(attempt => attempt.Succeeded)} did");
        for (var number = 0; number < tries.Count; number++)
        {
            var login = await accounts.LogInWithAsync(actor, actor.Email, actor.Password + number, cancellationToken);
            if (number == winner)
            {
                var opened = Verdict.Given(login.ShouldSucceed().User?.Id, "the account's id");
                Verdict.That(opened == tries[winner].Answer.Value!.User?.Id, $"{actor} should get into the account that was opened, but gets into another");
                continue;
            }

            Refusals.Because("the account exists already").ShouldBeTheOutcomeOf(actor.Name, tries[number]);
            Refusals.Because("the e-mail or password is wrong").ShouldBeTheOutcomeOf(actor.Name, login);
        }
    }

    /// <summary>The chosen password opens the person's account, as it is: without its last character, or with capitals for small letters, it does not.</summary>
    public async Task ShouldHaveAccountAsync(Actor actor, CancellationToken cancellationToken)
    {
        Verdict.That(actor.Journal.Last.Succeeded, $"{actor} should have an account, but {actor.Journal.Last.Outcome}");
        var password = chosen[actor];
        foreach (var other in (string[])[password[..^1], password.ToUpperInvariant()])
        {
            var login = await accounts.LogInWithAsync(actor, actor.Email, other, cancellationToken);
            Refusals.Because("the e-mail or password is wrong").ShouldBeTheOutcomeOf(actor.Name, login);
        }

        var session = (await accounts.LogInWithAsync(actor, actor.Email, password, cancellationToken)).ShouldSucceed();
        Verdict.That(session.User?.Email == actor.Email, $"{actor}'s account should be {actor.Email}, but is {session.User?.Email}");
        actor.Device.Session = session;
    }

    /// <summary>The sign-up was refused for exactly these details ("password", "email"), and there is no account.</summary>
    public async Task ShouldBeRefusedForAsync(Actor actor, IReadOnlyList<string> details, CancellationToken cancellationToken)
    {
        var problem = Refusals.Because("the details are not valid").ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);
        var named = FieldErrors.Named(problem);
        Verdict.That(
            named.SequenceEqual(details.Order(StringComparer.Ordinal)),
            $"{actor} should be told what is wrong with {string.Join(" and ", details)}, but is told about {(named.Count == 0 ? "nothing" : string.Join(" and ", named))}");
        if (chosen.TryGetValue(actor, out var password))
        {
            var login = await accounts.LogInWithAsync(actor, actor.Email, password, cancellationToken);
            Refusals.Because("the e-mail or password is wrong").ShouldBeTheOutcomeOf(actor.Name, login);
        }
    }
}
