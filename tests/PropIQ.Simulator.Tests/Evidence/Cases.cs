namespace PropIQ.Simulator.Tests.Evidence;

/// <summary>Evidence that shows an edge case, and evidence that only looks like it.</summary>
internal sealed record Case(Simulator.EdgeCases.Evidence For, params Simulator.EdgeCases.Evidence[] Against)
{
    /// <summary>Evidence that shows it just so: at the bound itself, or among much else.</summary>
    public IReadOnlyList<Simulator.EdgeCases.Evidence> Also { get; init; } = [];
}

/// <summary>A case for each detector.</summary>
internal static class Cases
{
    public static IReadOnlyDictionary<string, Case> All { get; } =
        SessionCases.All.Concat(UsageCases.All).Concat(PaymentCases.All).Concat(InputCases.All).Concat(LoadCases.All).Concat(HearingCases.All).ToDictionary();
}
