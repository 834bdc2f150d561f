namespace PropIQ.Simulator.ProfileFormat;

/// <summary>
/// What a person does, how often and when: drawn from under load only, where sessions are made of it. Probabilities are of a
/// session; preferred hours are of the day (UTC), from the first up to the second.
/// </summary>
internal sealed record BehaviouralTraits
{
    /// <summary>A person of whom nothing is said.</summary>
    public static readonly BehaviouralTraits Unknown = new();

    public (int Least, int Most) AnalysesPerSession { get; init; } = (2, 4);

    public double Calculator { get; init; } = 0.5;

    public double SupportChat { get; init; } = 0.1;

    public double Export { get; init; } = 0.2;

    public double HistoryReview { get; init; } = 0.5;

    /// <summary>Logins a day.</summary>
    public double LoginsADay { get; init; } = 1;

    public (int From, int To)? PreferredHours { get; init; }

    /// <summary>How much of the load is this person's in such an hour; null is the average hour. Who has preferred hours comes in those alone, the more often.</summary>
    public double WeightAt(int? hour)
    {
        if (hour is not { } now || PreferredHours is not { } preferred)
        {
            return LoginsADay;
        }

        var hours = (preferred.To - preferred.From + 24) % 24 is > 0 and var some ? some : 24;
        return (now - preferred.From + 24) % 24 < hours ? LoginsADay * 24 / hours : 0;
    }
}
