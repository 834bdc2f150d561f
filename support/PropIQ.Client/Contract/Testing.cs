namespace PropIQ.Client.Contract;

/// <summary>
/// A user to put in place, ready-made (clause 10.1). <c>History</c> is how many analyses are stored and is never
/// below <c>AnalysesUsed</c>, how many of them count in the running period.
/// </summary>
public sealed record SeededUser(
    string Email,
    string Password,
    string Tier,
    int AnalysesUsed = 0,
    int? History = null,
    string? FirstName = null,
    string? LastName = null,
    SeededSubscription? Subscription = null);

/// <summary>The answer to seeding: the account as put in place.</summary>
public sealed record SeededAccount(Account? User);

/// <summary>The Stripe objects that a seeded user on a paid plan already has.</summary>
public sealed record SeededSubscription(
    string CustomerId,
    string SubscriptionId,
    DateTimeOffset CurrentPeriodStart,
    DateTimeOffset CurrentPeriodEnd,
    string Status = "active",
    bool CancelAtPeriodEnd = false);

/// <summary>A move of one user's clock (clause 10.2): forward only; <c>Freeze</c> null leaves it running or frozen as it is.</summary>
public sealed record ClockChange(DateTimeOffset? Set = null, double? AdvanceSeconds = null, bool? Freeze = null);

/// <summary>Where a user's clock stands.</summary>
public sealed record ClockReading(DateTimeOffset? Now, bool? Frozen);

/// <summary>What a drain of the outbox left behind (clause 10.4).</summary>
public sealed record OutboxState(int? Sent, int? Pending);

/// <summary>What a clean-up removed (clause 10.5).</summary>
public sealed record Removed(int? Users, int? Analyses, int? Conversations);
