using System.Diagnostics;

namespace PropIQ.Sandbox;

/// <summary>A part of the sandbox coming up: whatever goes wrong or takes too long is told with the part's name and the mend.</summary>
internal sealed record Part(string Name, TimeSpan Deadline, string Mend)
{
    // For whoever wants to see how long each part takes.
    private static readonly ActivitySource Activities = new("PropIQ.Sandbox");
    private static readonly TimeSpan ToGiveUp = TimeSpan.FromSeconds(5);

    /// <summary>Does <paramref name="start"/> within the deadline. When told to give up, it has a moment to clear away what it began.</summary>
    public async Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> start, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(Name);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Deadline);
        try
        {
            return await start(limited.Token).WaitAsync(Deadline + ToGiveUp, CancellationToken.None);
        }
        catch (Exception failure) when (
            failure is OperationCanceledException or TimeoutException
            && limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SandboxException($"{Name} did not come up within {Deadline.TotalSeconds:0.#} s. {Mend}");
        }
        catch (Exception failure) when (failure is not (SandboxException or OperationCanceledException))
        {
            throw new SandboxException($"{Name} did not come up: {failure.Message} {Mend}", failure);
        }
    }
}

/// <summary>What several parts have in common.</summary>
internal static class Mend
{
    public const string Ports = "See whether this machine may listen on ports of 127.0.0.1.";
}
