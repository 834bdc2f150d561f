using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Collaborators;

/// <summary>Waits until PropIQ has sent what it owes to the outside, so that "exactly one" can be said.</summary>
public sealed class OutboxDriver(TestBench bench)
{
    private const int DeadlineSeconds = 5;

    /// <summary>Everything that PropIQ owes on this person's behalf has been sent; fails when it cannot be.</summary>
    public async Task DrainAsync(Actor actor, CancellationToken cancellationToken)
    {
        var answer = await bench.For("outbox").DrainOutboxAsync(actor.Email, DeadlineSeconds, cancellationToken);
        var state = new Attempt<OutboxState>("wait for PropIQ's messages to be sent", answer).ShouldSucceed();
        Verdict.That(state.Pending == 0, $"PropIQ should have sent all its messages about {actor} within {DeadlineSeconds} s, but {state.Pending} are still to be sent");
    }
}
