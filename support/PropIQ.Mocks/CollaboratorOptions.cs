namespace PropIQ.Mocks;

/// <summary>The secrets by which the mocks know PropIQ; null accepts any.</summary>
public sealed record CollaboratorOptions(string? OpenAiKey = null, string? SendGridKey = null);
