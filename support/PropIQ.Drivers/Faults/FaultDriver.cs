using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Faults;

/// <summary>Breaks what PropIQ depends on: for one person where it can be, for a PropIQ of the scenario's own else.</summary>
public sealed class FaultDriver(PropIqUnderTest propIq, TestBench bench)
{
    private const int LongestStallSeconds = 20;
    private const int Refused = 400;
    private const string Stalling = "database-stall";
    private readonly HashSet<Actor> stalled = [];

    /// <summary>True when a person's rows can be held locked here.</summary>
    public bool CanStallDatabase => bench.Offers(Stalling);

    private IOpenAiControl Ai => PropIqUnderTest.Need(propIq.Ai, "openai-faults");

    /// <summary>The database no longer answers for this person: their rows are held locked.</summary>
    public async Task StallDatabaseAsync(Actor actor, CancellationToken cancellationToken)
    {
        await StallDatabaseAsync(actor, TimeSpan.FromSeconds(LongestStallSeconds), cancellationToken);
        stalled.Add(actor);
    }

    /// <summary>The database does not answer for this person for a while.</summary>
    public async Task StallDatabaseAsync(Actor actor, TimeSpan time, CancellationToken cancellationToken) =>
        new Attempt<Nothing>($"stall the database for {actor}", await bench.For(Stalling).StallAsync(actor.Email, time.TotalSeconds, cancellationToken)).ShouldSucceed();

    /// <summary>The database answers again for this person.</summary>
    public async Task ReleaseDatabaseAsync(Actor actor, CancellationToken cancellationToken)
    {
        new Attempt<Nothing>($"release the database for {actor}", await bench.For(Stalling).ReleaseAsync(actor.Email, cancellationToken)).ShouldSucceed();
        stalled.Remove(actor);
    }

    /// <summary>Has the database answer again for whomever it does not. Not for them, whose scenario is over: a transaction that stays open keeps the database of all others from clearing up.</summary>
    public async Task EndStallsAsync(CancellationToken cancellationToken)
    {
        foreach (var actor in stalled)
        {
            // Whatever is answered: each stall has its own end.
            await bench.For(Stalling).ReleaseAsync(actor.Email, cancellationToken);
        }
    }

    /// <summary>The model fails for this person, so many times or until mended.</summary>
    public Task FailAiAsync(Actor actor, AiFault fault, int? times, CancellationToken cancellationToken) =>
        Ai.FailAsync(AnalysisDriver.Id(actor), fault, times, cancellationToken);

    /// <summary>The model works again for this person.</summary>
    public Task HealAiAsync(Actor actor, CancellationToken cancellationToken) => Ai.HealAsync(AnalysisDriver.Id(actor), cancellationToken);

    /// <summary>Does something while the model answers this person with a status of refusal.</summary>
    public async Task<T> WhileAiRefusesAsync<T>(Actor actor, int status, Func<Task<T>> act, CancellationToken cancellationToken)
    {
        await FailAiAsync(actor, new AiFault(AiFaultKind.Refuses, status), null, cancellationToken);
        var done = await act();
        await HealAiAsync(actor, cancellationToken);
        return done;
    }

    /// <summary>Stripe fails PropIQ's calls for this person.</summary>
    public Task FailStripeAsync(Actor actor, int? status, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.Stripe, "stripe-mock").FailCallsAsync(actor.Email, status, cancellationToken);

    /// <summary>Stripe fails PropIQ's calls that end a subscription of this person, and no others.</summary>
    public Task FailStripeEndingsAsync(Actor actor, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.Stripe, "stripe-mock").FailEndingsAsync(actor.Email, 500, cancellationToken);

    /// <summary>Stripe works again for this person, once its trouble was met: an order that is given only then would meet none.</summary>
    public async Task HealStripeOnceMetAsync(Actor actor, CancellationToken cancellationToken)
    {
        var stripe = PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");
        await Eventually.SeeAsync(() => stripe.CallsAsync(actor.Email, cancellationToken), calls => calls.Any(call => call.Status >= Refused), cancellationToken);
        await HealStripeAsync(actor, cancellationToken);
    }

    /// <summary>Stripe works again for this person.</summary>
    public Task HealStripeAsync(Actor actor, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.Stripe, "stripe-mock").HealAsync(actor.Email, cancellationToken);

    /// <summary>Breaks or mends the way to a collaborator of the scenario's own PropIQ.</summary>
    public Task SetAsync(Surrounding surrounding, Condition condition, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.OwnHost, "own-host").SetAsync(surrounding, condition, cancellationToken);

    /// <summary>The process of the scenario's own PropIQ dies.</summary>
    public Task CrashAsync(CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.OwnHost, "own-host").CrashAsync(cancellationToken);

    /// <summary>The process of the scenario's own PropIQ comes back on the same data.</summary>
    public Task ComeBackAsync(CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.OwnHost, "own-host").ComeBackAsync(cancellationToken);
}
