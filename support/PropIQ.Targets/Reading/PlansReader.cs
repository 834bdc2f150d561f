using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>Reads the plans as a target sells them.</summary>
internal static class PlansReader
{
    public static IReadOnlyDictionary<string, TargetPlan> Read(Section? section)
    {
        var plans = new Dictionary<string, TargetPlan>();
        foreach (var tier in TargetPlan.Contract.Keys.Where(tier => section?.Has(tier) == true))
        {
            if (section!.Under(tier) is { } plan)
            {
                plans[tier] = Read(plan, TargetPlan.Contract[tier]);
            }
        }

        section?.Done(Severity.Error);
        return plans;
    }

    private static TargetPlan Read(Section section, TargetPlan contract)
    {
        var plan = new TargetPlan(
            section.Number("price"),
            section.Whole("analyses", least: 1),
            section.Whole("warns_from", least: 1),
            section.Text("price_id"));
        var whole = plan.Or(contract);
        if (whole.Price < 0)
        {
            section.Error("price", "cannot be negative: dollars a month are expected.");
        }

        if (whole.WarnsFrom > whole.Analyses)
        {
            section.Error("warns_from", $"warnings from {whole.WarnsFrom} would never come with {whole.Analyses} analyses a month.");
        }

        section.Done(Severity.Error);
        return plan;
    }
}
