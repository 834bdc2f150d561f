namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Decides how much may be said about a property (clause 3.4).</summary>
public interface IDescriptionRules
{
    /// <summary>True when a description of so many code points is too large to be read.</summary>
    bool IsTooLong(int characters);
}

/// <summary>Up to 10,000 code points.</summary>
public sealed class DescriptionRules : IDescriptionRules
{
    /// <summary>The most code points.</summary>
    public const int MaximumLength = 10_000;

    /// <inheritdoc/>
    public bool IsTooLong(int characters) => characters > MaximumLength;
}
