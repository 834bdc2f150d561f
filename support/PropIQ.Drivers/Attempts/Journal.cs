namespace PropIQ.Drivers.Attempts;

/// <summary>What one person tried, oldest first: what a Then looks back on. Attempts that overlap may be noted from several threads.</summary>
public sealed class Journal
{
    private readonly Lock gate = new();
    private readonly List<IAttempt> attempts = [];

    /// <summary>Every attempt.</summary>
    public IReadOnlyList<IAttempt> All
    {
        get
        {
            lock (gate)
            {
                return [.. attempts];
            }
        }
    }

    /// <summary>The newest attempt of any kind.</summary>
    /// <exception cref="InvalidOperationException">Nothing was tried yet.</exception>
    public IAttempt Last => All is [.., var last] ? last : throw new InvalidOperationException("Nothing was tried yet: a When is missing.");

    /// <summary>The attempts of one kind, oldest first.</summary>
    public IReadOnlyList<Attempt<T>> Of<T>()
        where T : class => [.. All.OfType<Attempt<T>>()];

    /// <summary>The newest attempt of one kind.</summary>
    /// <exception cref="InvalidOperationException">Nothing of the kind was tried yet.</exception>
    public Attempt<T> LastOf<T>()
        where T : class => All.OfType<Attempt<T>>().LastOrDefault()
            ?? throw new InvalidOperationException($"No attempt with a {typeof(T).Name} was made yet: a When is missing.");

    /// <summary>The attempts that were made together, at the newest such occasion.</summary>
    public IReadOnlyList<IAttempt> LastBatch { get; private set; } = [];

    /// <summary>Notes an attempt and returns it.</summary>
    public Attempt<T> Add<T>(Attempt<T> attempt)
        where T : class
    {
        lock (gate)
        {
            attempts.Add(attempt);
        }

        return attempt;
    }

    /// <summary>Notes attempts that were made together.</summary>
    public void AddBatch<T>(IReadOnlyList<Attempt<T>> batch)
        where T : class
    {
        lock (gate)
        {
            attempts.AddRange(batch);
            LastBatch = batch;
        }
    }
}
