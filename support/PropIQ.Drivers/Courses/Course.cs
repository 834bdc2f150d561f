using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Courses;

/// <summary>One customer's course of events: who, what is known, and what chance decides. The same number draws the same course.</summary>
internal sealed class Course(Actor actor, Books books, Random random, AccountDriver accounts, TimeDriver time)
{
    private static readonly string[] Devices = ["laptop", "laptop", "laptop", "phone"];

    // Logins from one address are limited by the machine's clock (contract, 7.1), on which a whole course takes a second.
    private const int LoginsFromOneAddress = 12;
    private readonly Dictionary<string, Login> logins = [];
    private readonly string mark = actor.Email[(actor.Email.IndexOf('+', StringComparison.Ordinal) + 1)..actor.Email.IndexOf('@', StringComparison.Ordinal)];
    private int tries;

    /// <summary>Whose it is.</summary>
    public Actor Actor { get; } = actor;

    /// <summary>What PropIQ must hold.</summary>
    public Books Books { get; } = books;

    /// <summary>True with a chance of one in so many.</summary>
    public bool OneIn(int chances) => random.Next(chances) == 0;

    /// <summary>A whole number from 0, below <paramref name="end"/>.</summary>
    public int Number(int end) => random.Next(end);

    /// <summary>One of these.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    /// <summary>So many of these, in whatever order.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> choices, int count)
    {
        var shuffled = choices.ToArray();
        random.Shuffle(shuffled);
        return shuffled[..count];
    }

    /// <summary>An address that is in no other course.</summary>
    public string Own(string address) => address.Insert(address.IndexOf(',', StringComparison.Ordinal), $" {mark}");

    /// <summary>Whether an address is one of those.</summary>
    public bool IsOwn(string address) => address.Contains(mark, StringComparison.Ordinal);

    /// <summary>The session on the device in hand.</summary>
    public Login Login => logins[Actor.Device.Name];

    /// <summary>The device in hand is logged in since now.</summary>
    public void LoggedIn() => logins[Actor.Device.Name] = new Login(Books.Now);

    /// <summary>Time goes on to a moment, for the books and at PropIQ.</summary>
    public async Task MoveToAsync(DateTimeOffset moment, CancellationToken cancellationToken)
    {
        Books.MoveTo(moment);
        await time.MoveToAsync(Actor, moment, cancellationToken);
    }

    /// <summary>An attempt was refused for a reason of the contract.</summary>
    public void ShouldBeRefused(string reason, IAttempt attempt) => Refusals.Because(reason).ShouldBeTheOutcomeOf(Actor.Name, attempt);

    /// <summary>
    /// Takes a device in hand and sees that it is logged in. A session that is over, idle or expired has to say so, and what the
    /// contract offers helps.
    /// </summary>
    public async Task ArriveAsync(CancellationToken cancellationToken)
    {
        Actor.Take($"{OneOf(Devices)} {1 + (tries / LoginsFromOneAddress)}");
        if (!logins.TryGetValue(Actor.Device.Name, out var login))
        {
            await LogInAsync(cancellationToken);
        }
        else if (login.IsOver)
        {
            SessionEnd.ShouldBeToldBy(await accounts.TryProfileAsync(Actor, cancellationToken), Actor);
            await LogInAsync(cancellationToken);
        }
        else if (login.IsIdle(Books.Now))
        {
            ShouldBeRefused("the session is over", await accounts.TryProfileAsync(Actor, cancellationToken));
            ShouldBeRefused("the session is over", await accounts.RefreshAsync(Actor, cancellationToken));
            await LogInAsync(cancellationToken);
        }
        else if (login.IsExpired(Books.Now))
        {
            ShouldBeRefused("the access token has expired", await accounts.TryProfileAsync(Actor, cancellationToken));
            await RefreshAsync(cancellationToken);
        }

        Login.Use(Books.Now);
    }

    /// <summary>Logs in on the device in hand; the answer shows the plan.</summary>
    public async Task LogInAsync(CancellationToken cancellationToken)
    {
        tries++;
        ShouldShowThePlan((await accounts.LogInAsync(Actor, cancellationToken)).ShouldBeWhole());
        LoggedIn();
    }

    /// <summary>Renews the session on the device in hand: both tokens are new.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var before = Actor.Device.Session!;
        var after = (await accounts.RefreshAsync(Actor, cancellationToken)).ShouldBeWhole();
        Verdict.That(after.RefreshToken != before.RefreshToken && after.AccessToken != before.AccessToken, $"{Actor} should get new tokens when the session is renewed, but gets an old one");
        ShouldShowThePlan(after);
        Login.Renew(Books.Now);
    }

    private void ShouldShowThePlan(Tokens tokens) =>
        Verdict.That(tokens.User?.Tier == Books.Plan.Tier, $"{Actor} should be shown on {Books.Plan} when let in, but is on {tokens.User?.Tier}");
}
