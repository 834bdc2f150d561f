namespace PropIQ.ReferenceApi.Domain.Costs;

/// <summary>What an answer of the model costs (section 9).</summary>
public interface ICosts
{
    /// <summary>Dollars, unrounded, for tokens read and written.</summary>
    decimal Of(int inputTokens, int outputTokens);
}

/// <summary>gpt-4o-mini: $0.00015 per 1,000 input tokens, $0.0006 per 1,000 output tokens.</summary>
public sealed class Gpt4oMiniCosts : ICosts
{
    private const decimal DollarsPerInputToken = 0.00015m / 1000m;
    private const decimal DollarsPerOutputToken = 0.0006m / 1000m;

    /// <inheritdoc/>
    public decimal Of(int inputTokens, int outputTokens) =>
        (inputTokens * DollarsPerInputToken) + (outputTokens * DollarsPerOutputToken);
}
