using System.Globalization;
using System.Text.RegularExpressions;

namespace PropIQ.Drivers.Plans;

/// <summary>
/// Which numbers in a feature's words may mean something else here, since the plans have other numbers than the contract's:
/// those from the contract's to the target's. There are none where the plans are the contract's.
/// </summary>
public sealed partial class PlanDifferences
{
    private readonly List<(decimal From, decimal To)> ranges = [];

    /// <summary>Compares plans with the contract's.</summary>
    public PlanDifferences(PlanTable plans)
    {
        foreach (var (here, contract) in plans.All.Zip(PlanTable.Contract.All))
        {
            Add(here.Price, contract.Price);
            Add(here.Analyses, contract.Analyses);
            Add(here.WarnsFrom, contract.WarnsFrom);
        }
    }

    /// <summary>True when there are differences at all.</summary>
    public bool Any => ranges.Count > 0;

    /// <summary>True when a text names such a number.</summary>
    public bool AreIn(string text) => Any && Numbers().Matches(text).Any(match =>
        decimal.TryParse(match.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
        && ranges.Exists(range => range.From <= number && number <= range.To));

    private void Add(decimal here, decimal contract)
    {
        if (here != contract)
        {
            ranges.Add((Math.Min(here, contract), Math.Max(here, contract)));
        }
    }

    [GeneratedRegex(@"\d+(,\d{3})*(\.\d+)?")]
    private static partial Regex Numbers();
}
