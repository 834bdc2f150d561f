namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>How much PropIQ knows about a place (clause 3.3). JSON and SQL name it in lower case.</summary>
public enum Coverage
{
    /// <summary>A place in the US, known by its state and ZIP code.</summary>
    Full,

    /// <summary>Anywhere else.</summary>
    Limited,
}
