namespace PropIQ.ReferenceApi.Domain.Plans;

/// <summary>The four plans. JSON and SQL name them in lower case.</summary>
public enum Tier
{
    /// <summary>Without a subscription.</summary>
    Free,

    /// <summary>$69 a month.</summary>
    Starter,

    /// <summary>$99 a month.</summary>
    Pro,

    /// <summary>$149 a month.</summary>
    Elite,
}
