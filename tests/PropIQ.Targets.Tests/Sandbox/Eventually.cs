using Xunit;

namespace PropIQ.Targets.Tests.Sandbox;

/// <summary>Waiting for what is about to become true, with a deadline that a loaded machine keeps, too.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    /// <summary>Answers what was waited for as soon as there is something; fails with <paramref name="what"/> when there is not in time.</summary>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        try
        {
            while (true)
            {
                if (await look() is { } found)
                {
                    return found;
                }

                await timer.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {Deadline.TotalSeconds} s: {what}");
        }
    }

    /// <summary>Returns as soon as it is true.</summary>
    public static Task TrueAsync(Func<Task<bool>> look, string what) => GetAsync(async () => await look() ? what : null, what);
}
