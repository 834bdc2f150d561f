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

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                if (!await TryEndDueAsync(stoppingToken))
                {
                    await signal.WaitAsync(options.OutboxRetry, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the rest is done when it starts again.
        }
    }

    private async Task<bool> TryEndDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await queue.TakeAsync(options.StripeTimeout + options.StripeTimeout, cancellationToken) is not { } former)
            {
                return false;
            }

            await EndAsync(former, cancellationToken);
            return true;
        }
        catch (Refusal failure)
        {
            // The database: what was taken comes due again.
            LogFailed(failure, null);
            return false;
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
