using System.Diagnostics.CodeAnalysis;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>What became of an address: the text as it is stored (NFC, trimmed), or a sentence naming what is wrong with it.</summary>
public sealed record AddressReading
{
    private AddressReading()
    {
    }

    /// <summary>The address as stored and returned; null when it was refused.</summary>
    public string? Address { get; private init; }

    /// <summary>How well the place is covered.</summary>
    public Coverage Coverage { get; private init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public string? Fault { get; private init; }

    /// <summary>True when the address can be analysed.</summary>
    [MemberNotNullWhen(true, nameof(Address))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsAccepted => Address is not null;

    /// <summary>An address to analyse.</summary>
    public static AddressReading Accepted(string address, Coverage coverage) => new() { Address = address, Coverage = coverage };

    /// <summary>An address to refuse.</summary>
    public static AddressReading Refused(string fault) => new() { Fault = fault };
}
