using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Formers;

/// <summary>
/// Ends replaced subscriptions at Stripe (clause 5.7): after the commit that replaced them, again and again until it is done,
/// over crashes and restarts, because what is to be done is in the database.
/// </summary>
public sealed partial class FormerSubscriptionsEnd(
    FormerSubscriptionsQueue queue, IStripeClient stripe, FormerSubscriptionsSignal signal, ReferenceApiOptions options, ILogger<FormerSubscriptionsEnd> log)
    : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    // Another host on the same database may have left something behind: look now and then without being told.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(await EndDueAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rest is done when it starts again.
        }
    }

    /// <summary>Ends what is due, and returns how long to wait for more.</summary>
    private async Task<TimeSpan> EndDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Whoever crashes meanwhile leaves it to be taken again.
            var hold = options.StripeTimeout + options.StripeTimeout;
            while (await queue.TakeAsync(hold, cancellationToken) is { } former)
            {
                await EndAsync(former, cancellationToken);
            }

            return await queue.UntilNextAsync(cancellationToken) is { } wait && wait < Idle ? wait : Idle;
        }
        catch (Refusal failure)
        {
            // The database: what was taken comes due again.
            LogFailed(failure, null);
            return Pause(1);
        }
    }

    private async Task EndAsync(DueFormer former, CancellationToken cancellationToken)
    {
        try
        {
            await stripe.CancelAsync(former.Id, cancellationToken);
        }
        catch (Refusal failure)
        {
            LogFailed(failure, former.Id);
            await queue.PostponeAsync(former.Id, Pause(former.Attempts), cancellationToken);
            return;
        }

        await queue.DoneAsync(former.Id, cancellationToken);
    }

    private TimeSpan Pause(int attempts)
    {
        var doubled = options.OutboxRetry * Math.Pow(2, Math.Min(attempts, 20));
        return doubled < LongestPause ? doubled : LongestPause;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Former subscription {SubscriptionId} could not be ended yet")]
    private partial void LogFailed(Exception failure, string? subscriptionId);
}
