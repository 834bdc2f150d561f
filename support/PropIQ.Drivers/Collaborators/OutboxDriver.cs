using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Inbox;
using PropIQ.Targets;

namespace PropIQ.Drivers.Collaborators;

/// <summary>Waits until PropIQ has sent what it owes to the outside, so that "exactly one" can be said.</summary>
public sealed class OutboxDriver(TestBench bench)
{
    private const int DeadlineSeconds = 5;
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>
    /// What a collaborator has received, once PropIQ owes this person's messages no more: its outbox is drained or, where that
    /// cannot be asked for, enough has come, or patience is over, and nothing more follows for a second.
    /// </summary>
    /// <param name="mayBePutOff">
    /// Whether some were turned away before: what is to be tried again later is not due yet, and no part of what is drained (contract, 10.4).
    /// </param>
    public async Task<IReadOnlyList<InboxMessage>> ReceivedAsync(
        Actor actor, Func<Task<IReadOnlyList<InboxMessage>>> look, Func<IReadOnlyList<InboxMessage>, bool> enough, bool mayBePutOff, CancellationToken cancellationToken)
    {
        if (!bench.Offers(Capability.Outbox))
        {
            await Eventually.SeeAsync(look, enough, cancellationToken);
            return await Eventually.SettleAsync(look, (before, now) => before.Count == now.Count, Quiet, cancellationToken);
        }

        await DrainAsync(actor, cancellationToken);
        return mayBePutOff ? await Eventually.SeeAsync(look, enough, cancellationToken) : await look();
    }

    /// <summary>
    /// Past is past: what PropIQ owed to the outside about this person is sent, where that can be asked for. A crash right after it
    /// would have it sent again, rightly.
    /// </summary>
    public Task SettleAsync(Actor actor, CancellationToken cancellationToken) =>
        bench.Offers(Capability.Outbox) ? DrainAsync(actor, cancellationToken) : Task.CompletedTask;

    // Fails when it cannot all be sent.
    private async Task DrainAsync(Actor actor, CancellationToken cancellationToken)
    {
        var answer = await bench.For("outbox").DrainOutboxAsync(actor.Email, DeadlineSeconds, cancellationToken);
        var state = new Attempt<OutboxState>("wait for PropIQ's messages to be sent", answer).ShouldSucceed();
        Verdict.That(state.Pending == 0, $"PropIQ should have sent all its messages about {actor} within {DeadlineSeconds} s, but {state.Pending} are still to be sent");
    }
}
