namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>Decides what the calculator takes (clause 4.1).</summary>
public interface ICalculatorRules
{
    /// <summary>The bounds of a number, by its member's name; null for a member that is no number of the calculator's.</summary>
    DealBounds? BoundsOf(string member);
}

/// <summary>Clause 4.1.</summary>
public sealed class CalculatorRules : ICalculatorRules
{
    private static readonly Dictionary<string, DealBounds> Bounds = new()
    {
        ["purchase_price"] = DealBounds.Positive,
        ["down_payment_percent"] = DealBounds.DownPayment,
        ["interest_rate"] = DealBounds.Percent,
        ["monthly_rent"] = DealBounds.Positive,
        ["loan_term_years"] = DealBounds.Years,
        ["annual_property_tax"] = DealBounds.NotNegative,
        ["annual_insurance"] = DealBounds.NotNegative,
        ["monthly_hoa"] = DealBounds.NotNegative,
        ["monthly_maintenance"] = DealBounds.NotNegative,
        ["vacancy_percent"] = DealBounds.Percent,
        ["closing_costs"] = DealBounds.NotNegative,
        ["rehab_costs"] = DealBounds.NotNegative,
    };

    /// <inheritdoc/>
    public DealBounds? BoundsOf(string member) => Bounds.GetValueOrDefault(member);
}
