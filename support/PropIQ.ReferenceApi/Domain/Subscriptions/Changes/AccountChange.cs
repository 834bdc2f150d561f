namespace PropIQ.ReferenceApi.Domain.Subscriptions.Changes;

/// <summary>What a happening does to an account. Everything in it is carried out in one transaction, or nothing.</summary>
/// <param name="After">The account afterwards.</param>
public sealed record AccountChange(AccountState After)
{
    /// <summary>Start of a period that begins with nothing used; null leaves the count as it is.</summary>
    public DateTimeOffset? BeginsPeriod { get; init; }

    /// <summary>What Slack is told.</summary>
    public IReadOnlyList<Notice> Notices { get; init; } = [];

    /// <summary>Subscriptions that are to end at Stripe.</summary>
    public IReadOnlyList<string> Formers { get; init; } = [];

    /// <summary>The happening does nothing to this account.</summary>
    public static AccountChange Nothing(AccountState state) => new(state);
}
