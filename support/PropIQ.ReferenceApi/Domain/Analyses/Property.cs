using PropIQ.ReferenceApi.Domain.Addresses;

namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>A property to analyse, all of it checked. The price is in dollars.</summary>
public sealed record Property(string Address, Coverage Coverage, string Type, decimal? PurchasePrice, string? Description);
