namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>Decides what is an address (clause 3.3).</summary>
public interface IAddressRules
{
    /// <summary>Reads an address as it was sent; null stands for anything that was not a string of whole characters.</summary>
    AddressReading Read(string? raw);
}
