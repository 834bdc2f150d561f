using PropIQ.Sabotage.Catalogue.Allowance;
using PropIQ.Sabotage.Catalogue.Duplicates;
using PropIQ.Sabotage.Catalogue.Money;

namespace PropIQ.Sabotage.Catalogue;

/// <summary>All saboteurs, by areas of the business.</summary>
public static class Saboteurs
{
    /// <summary>The catalogue. First who breaks nothing: what turns red for him is a false alarm.</summary>
    public static IReadOnlyList<Saboteur> All { get; } =
    [
        new("does_nothing", "Nothing is wrong at all.") { Area = "control" },
        .. In("allowance", Blocks.All, Bursts.All, WarningTexts.All, Periods.All),
        .. In("duplicates", Repetitions.All),
        .. In("money", Checkouts.All, RenewalFaults.All, PlanChangeFaults.All),
        .. In("webhooks", Webhooks.All, Signatures.All),
    ];

    private static IEnumerable<Saboteur> In(string area, params IEnumerable<IEnumerable<Saboteur>> groups) =>
        groups.SelectMany(group => group).Select(saboteur => saboteur with { Area = area });
}
