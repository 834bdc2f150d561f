using PropIQ.ReferenceApi.Accounts;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>A seeded user.</summary>
public sealed record SeededAnswer(AccountView User);

/// <summary>Where a user's clock stands.</summary>
public sealed record ClockAnswer(DateTimeOffset Now, bool Frozen);

/// <summary>What a drain has seen sent, and what it left behind.</summary>
public sealed record DrainAnswer(int Sent, int Pending);

/// <summary>What a clean-up removed.</summary>
public sealed record RemovedAnswer(int Users, int Analyses, int Conversations);
