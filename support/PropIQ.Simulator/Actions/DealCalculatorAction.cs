using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Calculates deals; anybody may.</summary>
[Action("use_deal_calculator")]
internal sealed class DealCalculatorAction : SimulatedAction
{
    private readonly IReadOnlyList<Deal> deals;
    private readonly int count;

    public DealCalculatorAction(Section given)
    {
        deals = [.. given.List("calculator_inputs").Select(Read)];
        count = given.Whole("count", least: 1) ?? Math.Max(1, deals.Count);
    }

    public override bool NeedsSession => false;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        for (var index = 0; index < count; index++)
        {
            var deal = deals.Count == 0 ? MadeUpDeals.Next(context.User.Random) : deals[index % deals.Count];
            await context.JudgedAsync(deal, (client, _, stop) => client.CalculateAsync(deal, stop), cancellation);
        }
    }

    private static Deal Read(Section given)
    {
        var deal = new Deal(
            given.Number("purchase_price"),
            given.Number("down_payment_percent"),
            given.Number("interest_rate"),
            given.Number("monthly_rent"),
            given.Number("loan_term_years"),
            given.Text("property_type"),
            given.Text("state"),
            given.Number("annual_property_tax"),
            given.Number("annual_insurance"),
            given.Number("monthly_hoa"),
            given.Number("monthly_maintenance"),
            given.Number("vacancy_percent"),
            given.Number("closing_costs"),
            given.Number("rehab_costs"));
        given.Done();
        return deal;
    }
}
