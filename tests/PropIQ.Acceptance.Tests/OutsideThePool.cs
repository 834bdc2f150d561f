using Reqnroll;

namespace PropIQ.Acceptance.Tests;

/// <summary>
/// Has the runner put the features into the thread pool from a thread that is none of the pool's, so that they begin in their
/// order. What one of the pool's own threads puts there it takes from the end, while the others take it from the front.
/// </summary>
[Binding]
public sealed class OutsideThePool
{
    /// <summary>The last hook before features begin: whoever waits for it goes on where it ends. Where somebody does not, only the order is another.</summary>
    [BeforeTestRun(Order = int.MaxValue)]
    public static Task GoOnThere()
    {
        var there = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static there => new Thread(there.SetResult) { IsBackground = true }.Start(), there, preferLocal: true);
        return there.Task;
    }
}
