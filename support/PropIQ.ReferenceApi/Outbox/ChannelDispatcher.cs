using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>
/// Sends one channel's messages, several at a time. Channels share nothing: a stalled one delays no other. Made before any
/// message is committed but those that <paramref name="hasSome"/> tells of.
/// </summary>
public sealed partial class ChannelDispatcher(
    OutboxChannel channel,
    bool hasSome,
    OutboxQueue queue,
    OutboxSignal signal,
    IOutboxSender sender,
    IRetryPolicy retries,
    ILogger log)
{
    private const int Places = 32;

    // For so long it may go unnoticed that another instance has left a message behind.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan TroublePause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(150);

    private int busy;

    // Odd while it looks for messages.
    private int looks;

    // True while a message may wait for a time to come: at first, and since one could not be sent.
    private volatile bool expectsLater = hasSome;

    // Taken before looking: a commit between looking and sleeping still ends the sleep.
    private Task woken = signal.NextOf(channel);

    /// <summary>
    /// Sends until told to stop, and then lets what is on its way arrive, if that is quick. A commit, a message falling
    /// due and a place falling free each wake it. <paramref name="abandoned"/> breaks off even what is on its way.
    /// </summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken abandoned)
    {
        using var abandon = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        var rest = expectsLater ? TimeSpan.Zero : LongestSleep;
        while (!stopping.IsCancellationRequested)
        {
            await SleepAsync(woken, rest, stopping);
            woken = signal.NextOf(channel);
            rest = await RoundAsync(abandon.Token, stopping);
        }

        await SayFarewellAsync(abandon.Token);
        await abandon.CancelAsync();
    }

    // Starts whatever is due and has a place; says how long there is then nothing to do.
    private async Task<TimeSpan> RoundAsync(CancellationToken abandoned, CancellationToken stopping)
    {
        try
        {
            var places = Places - Volatile.Read(ref busy);
            if (places <= 0)
            {
                return LongestSleep;
            }

            var messages = await LookAsync(places, stopping);
            foreach (var message in messages)
            {
                Interlocked.Increment(ref busy);
                _ = SendAsync(message, abandoned);
            }

            return messages.Count == places ? TimeSpan.Zero : await UntilNextAsync(stopping);
        }
        catch (Refusal)
        {
            // The database is away, and whoever calls for it says so. The messages are safe in it.
            return TroublePause;
        }
        catch (Exception failure) when (!stopping.IsCancellationRequested)
        {
            LogTrouble(failure, channel);
            return TroublePause;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async Task<IReadOnlyList<OutboxMessage>> LookAsync(int places, CancellationToken stopping)
    {
        Interlocked.Increment(ref looks);
        try
        {
            return await queue.TakeAsync(channel, places, stopping);
        }
        finally
        {
            Interlocked.Increment(ref looks);
        }
    }

    // Commits and ends of sendings wake by themselves; only what waits for its time has to be asked for.
    private async Task<TimeSpan> UntilNextAsync(CancellationToken stopping)
    {
        if (!expectsLater)
        {
            return LongestSleep;
        }

        // Before asking: a failure meanwhile sets it again.
        expectsLater = false;
        try
        {
            if (await queue.UntilNextAsync(channel, stopping) is not { } wait)
            {
                return LongestSleep;
            }

            expectsLater = true;
            return wait < LongestSleep ? wait : LongestSleep;
        }
        catch
        {
            expectsLater = true;
            throw;
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken abandoned)
    {
        var (isGone, looksAgain) = (false, true);
        try
        {
            // Not broken off by a stop: what has been sent must not be sent again.
            if (await sender.SendAsync(channel, message, abandoned))
            {
                looksAgain = await GoneAsync(message);
                isGone = true;
            }
            else
            {
                await queue.FailedAsync(message, retries.PauseAfter(message.Attempts), CancellationToken.None);
            }
        }
        catch (Exception failure)
        {
            // The mark runs out, or is dropped at the next start: then the message is sent again.
            if (failure is not (Refusal or OperationCanceledException or ObjectDisposedException))
            {
                LogTrouble(failure, channel);
            }
        }
        finally
        {
            if (!isGone)
            {
                expectsLater = true;
            }

            if (Interlocked.Decrement(ref busy) == Places - 1 || looksAgain)
            {
                signal.Raise(channel);
            }
            else
            {
                signal.Settle();
            }
        }
    }

    // Whether it must be looked again: looking costs the database more than sending, and mostly nothing waits. What was committed
    // too late to be counted and was looked for while this message still stood before it, was looked for meanwhile.
    private async Task<bool> GoneAsync(OutboxMessage message)
    {
        var before = Volatile.Read(ref looks);
        return await queue.SentAsync(message, CancellationToken.None) || int.IsOddInteger(before) || Volatile.Read(ref looks) != before;
    }

    private static async Task SleepAsync(Task woken, TimeSpan longest, CancellationToken stopping)
    {
        try
        {
            await woken.WaitAsync(longest, stopping);
        }
        catch (Exception ended) when (ended is TimeoutException or OperationCanceledException)
        {
            // It is time to look again, or to stop.
        }
    }

    private async Task SayFarewellAsync(CancellationToken abandoned)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(abandoned);
        patience.CancelAfter(Farewell);
        while (!patience.IsCancellationRequested)
        {
            var settled = signal.Next;
            if (Volatile.Read(ref busy) == 0)
            {
                return;
            }

            await SleepAsync(settled, Farewell, patience.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox had trouble with {Channel}")]
    private partial void LogTrouble(Exception failure, OutboxChannel channel);
}
