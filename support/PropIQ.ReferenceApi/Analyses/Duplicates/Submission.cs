namespace PropIQ.ReferenceApi.Analyses.Duplicates;

/// <summary>The first request of its kind, and what comes of it.</summary>
internal sealed class Submission(DuplicateKey key, TimeProvider clock, DateTimeOffset arrivedAt)
{
    private readonly TaskCompletionSource<AnalysisAnswer> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DuplicateKey Key { get; } = key;

    public TimeProvider Clock { get; } = clock;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    /// <summary>False once it has succeeded; a failure is not kept at all. Guarded by the registry's lock.</summary>
    public bool IsInFlight { get; set; } = true;

    public Task<AnalysisAnswer> Outcome => outcome.Task;

    public void Succeed(AnalysisAnswer answer) => outcome.SetResult(answer);

    public void Fail(Exception failure)
    {
        outcome.SetException(failure);

        // Looked at here, in case nobody waits any more.
        _ = outcome.Task.Exception;
    }
}
