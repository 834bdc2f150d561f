using System.Threading.Channels;

namespace PropIQ.ReferenceApi.Subscriptions.Formers;

/// <summary>Wakes whoever ends former subscriptions: there may be one. Raising it twice wakes once.</summary>
public sealed class FormerSubscriptionsSignal
{
    private readonly Channel<bool> raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there may be something to do.</summary>
    public void Raise() => raised.Writer.TryWrite(true);

    /// <summary>Returns once raised, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await raised.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is up: look again.
        }
    }
}
