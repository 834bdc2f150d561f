using PropIQ.Client;

namespace PropIQ.Simulator.Running;

/// <summary>Tells an unanswered call from a target that is gone: then the run ends, instead of failing action by action.</summary>
internal static class TargetWatch
{
    private const int Tries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>After an action: if nobody answered, asks for the target's health; when that is not answered either, ends the run.</summary>
    public static async Task LookAsync(RunContext run, Visitor visitor, ActionOutcome outcome, CancellationToken cancellation)
    {
        if (outcome.Kind != OutcomeKind.Error || outcome.Calls.All(call => call.Status != 0) || cancellation.IsCancellationRequested)
        {
            return;
        }

        try
        {
            if (await UnreachableAsync(visitor.Client, run.Time, cancellation) is { } why)
            {
                run.Stop.Now(StopCause.TargetGone, why);
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped meanwhile: whoever stopped it said why.
        }
    }

    /// <summary>Why the target cannot be reached, after a few tries; null when it answers anything at all.</summary>
    public static async Task<string?> UnreachableAsync(PropIqClient client, TimeProvider time, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var health = await client.GetHealthAsync(cancellation);
            if (health.Status != 0)
            {
                return null;
            }

            if (attempt == Tries)
            {
                return health.Unreadable ?? "nobody answers";
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }
}
