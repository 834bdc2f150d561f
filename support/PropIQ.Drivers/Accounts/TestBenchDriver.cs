using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>The test bench (contract, section 10): users of other runs, cleaning up, and clocks that are moved amiss.</summary>
public sealed class TestBenchDriver(TestBench bench, Cast cast)
{
    private const string Password = "SimBench2025!Go";
    private readonly string mark = TestRun.NextRun();
    private readonly List<string> placed = [];
    private Removed? removed;
    private Attempt<ClockReading>? refused;

    private TestingClient Testing => bench.For("user-seeding");

    /// <summary>Places users of a run of that name, on Pro, each with so many analyses.</summary>
    public async Task PlaceAsync(string run, int users, int analyses, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= users; number++)
        {
            var email = $"carol+{Run(run)}.{number}@{Domain(run)}";
            var user = new SeededUser(email, Password, PlanTable.Contract.Named("Pro").Tier, analyses);
            new Attempt<SeededAccount>($"place {email}", await Testing.SeedUserAsync(user, cancellationToken)).ShouldSucceed();
            placed.Add(email);
        }
    }

    /// <summary>Stops the clocks of a run's users, half a month ahead at least.</summary>
    public async Task StopClocksAsync(string run, CancellationToken cancellationToken)
    {
        foreach (var email in PlacedIn(run))
        {
            var stop = new ClockChange(Set: Moments.MiddleOfAMonth, Freeze: true);
            new Attempt<ClockReading>($"stop the clock of {email}", await Testing.SetClockAsync(email, stop, cancellationToken)).ShouldSucceed();
        }
    }

    /// <summary>Each of a run's users has so many analyses, counted and kept, and a clock that nobody has moved.</summary>
    public async Task ShouldHaveBegunAnewAsync(string run, int analyses, CancellationToken cancellationToken)
    {
        using var client = cast.Connect();
        foreach (var email in PlacedIn(run))
        {
            var token = new Attempt<Tokens>($"log in as {email}", await client.LogInAsync(email, Password, cancellationToken)).ShouldSucceed().AccessToken;
            var used = new Attempt<Profile>("look at the profile", await client.GetProfileAsync(token, cancellationToken)).ShouldSucceed().Usage?.Used;
            var kept = new Attempt<History>("review the history", await client.GetHistoryAsync(token, null, null, cancellationToken)).ShouldSucceed().Total;
            Verdict.That((used, kept) == (analyses, analyses), $"{email} should have {analyses} analyses used and kept, but has {used} used and {kept} kept");
            var now = await ReadClockAsync(email, cancellationToken);
            Verdict.That(TimeDriver.IsTheMachines(now), $"{email}'s clock should show the machine's time, but shows {now:u}");
        }
    }

    /// <summary>Cleans up after a run: by its name, or by the domain of its e-mail addresses.</summary>
    public async Task CleanUpAsync(string run, bool byDomain, CancellationToken cancellationToken)
    {
        var answer = byDomain
            ? await Testing.RemoveUsersAsync(null, Domain(run), cancellationToken)
            : await Testing.RemoveUsersAsync(Run(run), null, cancellationToken);
        removed = new Attempt<Removed>($"clean up after {run}", answer).ShouldSucceed();
    }

    /// <summary>The clean-up says that it removed so much.</summary>
    public void ShouldHaveRemoved(int users, int analyses)
    {
        var counted = Verdict.Given(removed, "what was removed");
        Verdict.That(
            counted.Users == users && counted.Analyses == analyses,
            $"the clean-up should have removed {users} users and {analyses} analyses, but says {counted.Users} and {counted.Analyses}");
    }

    /// <summary>Exactly the users of this run, of all that were placed, can still log in.</summary>
    public async Task OnlyShouldBeLeftAsync(string run, CancellationToken cancellationToken)
    {
        using var client = cast.Connect();
        foreach (var email in placed)
        {
            var answer = await client.LogInAsync(email, Password, cancellationToken);
            var stays = IsOf(run, email);
            Verdict.That(
                answer.Succeeded == stays,
                $"{email} should {(stays ? "still be there" : "be gone")} after the clean-up, but the login {(answer.Succeeded ? "works" : "does not work")}");
        }
    }

    /// <summary>Tries to set a person's clock.</summary>
    public async Task TryToSetClockAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken) =>
        refused = new Attempt<ClockReading>(
            $"set {actor}'s clock", await Testing.SetClockAsync(actor.Email, new ClockChange(Set: moment), cancellationToken));

    /// <summary>The clock was not set, since clocks only go forward; in which words that is refused is PropIQ's own choice.</summary>
    public void ClockShouldOnlyGoForward()
    {
        var attempt = refused ?? throw new InvalidOperationException("No clock was set: a When is missing.");
        Verdict.That(attempt.Problem?.Status is >= 400 and < 500, $"to {attempt.What} back should have been refused, but {attempt.Outcome}");
    }

    /// <summary>The person's clock shows a moment.</summary>
    public async Task ClockShouldShowAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var now = await ReadClockAsync(actor.Email, cancellationToken);
        Verdict.That(now == moment, $"{actor}'s clock should show {moment:u}, but shows {now:u}");
    }

    private async Task<DateTimeOffset> ReadClockAsync(string email, CancellationToken cancellationToken)
    {
        var answer = await Testing.SetClockAsync(email, new ClockChange(AdvanceSeconds: 0), cancellationToken);
        return Verdict.Given(new Attempt<ClockReading>($"read the clock of {email}", answer).ShouldSucceed().Now, "the time on the user's clock");
    }

    private IEnumerable<string> PlacedIn(string run) => placed.Distinct().Where(email => IsOf(run, email));

    private bool IsOf(string run, string email) => email.Contains($"+{Run(run)}.", StringComparison.Ordinal);

    // One run's name may begin as another's does.
    private string Run(string name) => mark + name.ToLowerInvariant();

    private string Domain(string run) => $"{Run(run)}.propiq.test";
}
