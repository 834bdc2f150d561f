namespace PropIQ.LivingDocs.Messages;

/// <summary>One try at a scenario, as far as the messages tell.</summary>
public sealed class Attempt(CaseStarted started, TestCase testCase)
{
    /// <summary>What it consists of.</summary>
    public TestCase TestCase { get; } = testCase;

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; } = started.Timestamp?.At;

    /// <summary>When it was over; null when the run was cut off before.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>True once its end was written.</summary>
    public bool IsFinished { get; set; }

    /// <summary>When steps began, by their ids.</summary>
    public Dictionary<string, DateTimeOffset> StepsStarted { get; } = [];

    /// <summary>How steps ended, by their ids.</summary>
    public Dictionary<string, StepFinished> StepsFinished { get; } = [];

    /// <summary>What it left as evidence.</summary>
    public List<Attachment> Attachments { get; } = [];
}
