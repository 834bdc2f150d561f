using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Analyses.Duplicates;

/// <summary>
/// What is in flight and what has just succeeded, in memory: one process serves a user. A failure is forgotten before
/// it is answered. Successes are forgotten as they age, and the oldest of them beyond <see cref="Capacity"/>.
/// </summary>
public sealed class RecentSubmissions(IDuplicatePolicy policy) : IDuplicates, IHostedService
{
    /// <summary>The most successes remembered. Users' clocks can stand still, so age alone is no bound.</summary>
    public const int Capacity = 10_000;

    private readonly Lock gate = new();
    private readonly Dictionary<DuplicateKey, Submission> latest = [];
    private readonly Queue<Submission> succeeded = [];
    private readonly HashSet<Task> running = [];

    /// <summary>How many are remembered, those in flight included.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
            {
                return latest.Count;
            }
        }
    }

    /// <inheritdoc/>
    public async Task<AnalysisAnswer> OnceAsync(
        DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (submission, isFirst) = Admit(key, clock, now);
        if (isFirst)
        {
            Start(submission, analyse);
        }

        var answer = await submission.Outcome.WaitAsync(cancellationToken);
        return isFirst ? answer : answer with { Duplicate = true };
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets the work finish whose clients have gone away.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] left;
        lock (gate)
        {
            left = [.. running];
        }

        await Task.WhenAll(left).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private (Submission Submission, bool IsFirst) Admit(DuplicateKey key, TimeProvider clock, DateTimeOffset now)
    {
        lock (gate)
        {
            Forget();
            if (latest.TryGetValue(key, out var known) && policy.Repeats(known.ArrivedAt, now, known.IsInFlight))
            {
                return (known, false);
            }

            var submission = new Submission(key, clock, now);
            latest[key] = submission;
            return (submission, true);
        }
    }

    private void Start(Submission submission, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse)
    {
        var work = Task.Run(() => RunAsync(submission, analyse), CancellationToken.None);
        lock (gate)
        {
            running.Add(work);
        }

        _ = work.ContinueWith(
            finished =>
            {
                lock (gate)
                {
                    running.Remove(finished);
                }
            },
            TaskScheduler.Default);
    }

    private async Task RunAsync(Submission submission, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse)
    {
        try
        {
            var answer = await analyse(submission.ArrivedAt);
            lock (gate)
            {
                submission.IsInFlight = false;
                succeeded.Enqueue(submission);
            }

            submission.Succeed(answer);
        }
        catch (Exception failure)
        {
            lock (gate)
            {
                Drop(submission);
            }

            submission.Fail(failure);
        }
    }

    // Two for each one that comes in: those that must stay for now go round to the end of the queue.
    private void Forget()
    {
        for (var looked = 0; looked < 2 && succeeded.TryDequeue(out var oldest); looked++)
        {
            if (succeeded.Count >= Capacity || !policy.Repeats(oldest.ArrivedAt, oldest.Clock.GetUtcNow(), inFlight: false))
            {
                Drop(oldest);
            }
            else
            {
                succeeded.Enqueue(oldest);
            }
        }
    }

    // Unless a later one has taken its place.
    private void Drop(Submission submission)
    {
        if (latest.TryGetValue(submission.Key, out var current) && current == submission)
        {
            latest.Remove(submission.Key);
        }
    }
}
