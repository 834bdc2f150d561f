namespace PropIQ.Mocks.OpenAi;

/// <summary>What the Azure resource that is played knows.</summary>
public sealed record OpenAiMockOptions
{
    /// <summary>The key that <c>api-key</c> must carry; null accepts any that is not empty.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The deployments there are; each serves gpt-4o-mini.</summary>
    public IReadOnlySet<string> Deployments { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "gpt-4o-mini" };
}
