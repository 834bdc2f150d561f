namespace PropIQ.Drivers.Attempts;

/// <summary>
/// A refusal of the contract. <c>Reason</c> is how features say it ("because …"); <c>Sentence</c> is what the customer
/// reads, where the contract quotes it; <c>SaysWhenToRetry</c>: the answer must say when trying again may help.
/// </summary>
public sealed record KnownRefusal(string Reason, int Status, string Code, string? Sentence = null, bool SaysWhenToRetry = false)
{
    /// <summary>Another refusal that is as right, where the contract leaves open which of the two it is.</summary>
    public KnownRefusal? Or { get; init; }

    // Whoever says more has counted milliseconds.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Fails in plain words unless the attempt was refused exactly so, with all that the contract promises of every refusal.</summary>
    public Client.Problem ShouldBeTheOutcomeOf(string who, IAttempt attempt)
    {
        var problem = attempt.Problem;
        if (Or is not null && problem?.Code == Or.Code)
        {
            return Or.ShouldBeTheOutcomeOf(who, attempt);
        }

        Verdict.That(problem is not null, $"{who}'s attempt to {attempt.What} should have been refused because {Reason}, but {attempt.Outcome}");
        Verdict.That(
            problem!.Code == Code && problem.Status == Status,
            $"{who}'s attempt to {attempt.What} should have been refused because {Reason}, but {attempt.Outcome}; expected {Code}, {Status}");
        Verdict.That(
            Sentence is null || problem.Detail == Sentence,
            $"{who} should have read \"{Sentence}\" when refused to {attempt.What}, but reads \"{problem.Detail}\"");
        Verdict.That(
            problem.ContentType?.StartsWith("application/problem+json", StringComparison.OrdinalIgnoreCase) == true,
            $"{who}'s refusal to {attempt.What} should be machine-readable problem details, but is {problem.ContentType ?? "untyped"}");
        Verdict.That(
            !SaysWhenToRetry || (problem.RetryAfter > TimeSpan.Zero && problem.RetryAfter <= LongestWait),
            $"{who}, refused because {Reason}, should be told when to try again, but is told {problem.RetryAfter?.ToString() ?? "nothing of it"}");
        Verdict.That(
            problem.StatusRepeated is null || problem.StatusRepeated == problem.Status,
            $"{who}'s refusal to {attempt.What} should be of one status, but says {problem.StatusRepeated} and is {problem.Status}");
        Verdict.That(
            !string.IsNullOrEmpty(problem.Type) && !string.IsNullOrEmpty(problem.Title) && problem.StatusRepeated is not null,
            $"{who}'s refusal to {attempt.What} should have a type, a title and a status, but has {problem.Type ?? "no type"}, {problem.Title ?? "no title"}, {problem.StatusRepeated?.ToString() ?? "no status"}");
        return problem;
    }
}
