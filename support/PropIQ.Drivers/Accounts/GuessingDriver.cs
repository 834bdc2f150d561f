using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>Guessing at logins: what a stranger learns from refusals, and how often (contract, 2.2).</summary>
public sealed class GuessingDriver(AccountDriver accounts, Asking asking)
{
    private static readonly KnownRefusal Wrong = Refusals.Because("the e-mail or password is wrong");

    // When to try again, only refusals by the request limit have to say (7.1).
    private static readonly KnownRefusal TooMany = Refusals.Because("there were too many requests") with { SaysWhenToRetry = false };
    private string target = "";

    /// <summary>An address that nobody has an account for.</summary>
    public static string Nobody() => TestRun.NextEmail("nobody");

    /// <summary>Guesses wrong passwords for an e-mail address, spelled in small letters and in capitals by turns.</summary>
    public async Task GuessAsync(Actor stranger, string email, int times, CancellationToken cancellationToken)
    {
        target = email;
        for (var guess = 1; guess <= times; guess++)
        {
            var spelled = guess % 2 == 0 ? email.ToUpperInvariant() : email;
            await accounts.LogInWithAsync(stranger, spelled, $"Wrong-guess-{guess}", cancellationToken);
        }
    }

    /// <summary>Logs in with the right password, again and again.</summary>
    public async Task LogInAsync(Actor actor, int times, CancellationToken cancellationToken)
    {
        for (var login = 1; login <= times; login++)
        {
            await accounts.LogInAsync(actor, cancellationToken);
        }
    }

    /// <summary>Each of the newest logins worked: its tokens open the account.</summary>
    public async Task EachShouldHaveWorkedAsync(Actor actor, int times, CancellationToken cancellationToken)
    {
        foreach (var login in actor.Journal.Of<Tokens>().TakeLast(times))
        {
            await accounts.ShouldBeLoggedInAsync(actor, login, cancellationToken);
        }
    }

    /// <summary>Guesses wrong passwords for an e-mail address, all under way together.</summary>
    public async Task GuessTogetherAsync(Actor stranger, string email, int times, CancellationToken cancellationToken)
    {
        await asking.TryTogetherAsync(stranger, [.. Enumerable.Range(1, times).Select(guess => ("log in", Call(guess)))], cancellationToken);
        Together.ShouldHaveOverlapped(stranger);

        Func<PropIqClient, Task<Answer<Tokens>>> Call(int guess) => client => client.LogInAsync(email, $"Wrong-guess-{guess}", cancellationToken);
    }

    /// <summary>Of the guesses made together so many were answered as wrong; the others were refused as too many.</summary>
    public void SoManyShouldBeWrong(Actor stranger, int wrong)
    {
        var guesses = stranger.Journal.LastBatch;
        var looked = guesses.Count(guess => guess.Problem?.Code == Wrong.Code);
        Verdict.That(looked == wrong, $"{wrong} of {stranger}'s {guesses.Count} guesses should only have been wrong, but {looked} were");
        foreach (var guess in guesses.Where(guess => guess.Problem?.Code != Wrong.Code))
        {
            TooMany.ShouldBeTheOutcomeOf(stranger.Name, guess);
        }
    }

    /// <summary>Each guess so far was answered as wrong, and nothing else.</summary>
    public void EachShouldBeWrong(Actor stranger, int times)
    {
        var guesses = stranger.Journal.Of<Tokens>();
        Verdict.That(guesses.Count == times, $"{stranger} should have guessed {times} times, but guessed {guesses.Count} times");
        foreach (var guess in guesses)
        {
            Wrong.ShouldBeTheOutcomeOf(stranger.Name, guess);
        }
    }

    /// <summary>One guess more is refused as too many, were it right or wrong, from wherever; the wait is a minute at most.</summary>
    public async Task NextShouldBeTooManyAsync(Actor guesser, string password, CancellationToken cancellationToken)
    {
        var next = await accounts.LogInWithAsync(guesser, target, password, cancellationToken);
        var problem = TooMany.ShouldBeTheOutcomeOf(guesser.Name, next);
        Verdict.That(problem.RetryAfter is null || problem.RetryAfter <= TimeSpan.FromMinutes(1), $"{guesser} should have to wait for a minute at most, but for {problem.RetryAfter}");
    }

    /// <summary>The last two refusals cannot be told apart.</summary>
    public void LastTwoShouldBeAlike(Actor stranger)
    {
        var (first, second) = (stranger.Journal.Of<Tokens>()[^2], stranger.Journal.Of<Tokens>()[^1]);
        var (one, other) = (Wrong.ShouldBeTheOutcomeOf(stranger.Name, first), Wrong.ShouldBeTheOutcomeOf(stranger.Name, second));
        Verdict.That(
            (one.Type, one.Title, one.Detail) == (other.Type, other.Title, other.Detail) && Answers(one).SequenceEqual(Answers(other)) && one.Members.Keys.Order().SequenceEqual(other.Members.Keys.Order()),
            $"{stranger} should be answered alike, but reads \"{one.Title}: {one.Detail}\" and \"{other.Title}: {other.Detail}\"");
    }

    // Whatever is said with yes or no: numbers and texts may be those of the one request.
    private static IEnumerable<(string, JsonValueKind)> Answers(Client.Problem problem) => problem.Members
        .Where(member => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        .Select(member => (member.Key, member.Value.ValueKind))
        .Order();
}
