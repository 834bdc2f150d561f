using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Calculator;

/// <summary>The calculator's one refusal (clause 4.1).</summary>
public static class CalculatorRefusal
{
    /// <summary>Its code.</summary>
    public const string Code = "invalid_calculator_input";

    private const decimal Huge = 1_000_000_000_000m;
    private const decimal Tiny = 0.000_001m;

    private static readonly string[] Money =
    [
        "purchase_price", "monthly_rent", "down_payment_percent", "annual_property_tax", "annual_insurance",
        "monthly_hoa", "monthly_maintenance", "closing_costs", "rehab_costs",
    ];

    /// <summary>
    /// Each number was allowed, but together they leave the range of the arithmetic, by a factor of 10²⁸: named are those
    /// that no real deal has, or the price.
    /// </summary>
    public static void ThrowOutOfRange(JsonBody body)
    {
        var absurd = Money.Where(member => body.Number(member) is { IsGiven: true, Value: > 0m and (< Tiny or > Huge) }).ToArray();
        var errors = new FieldErrors();
        foreach (var member in absurd.DefaultIfEmpty("purchase_price"))
        {
            errors.Add(member, $"{member} is too large or too small to be reckoned with.");
        }

        errors.ThrowIfAny(Code);
    }
}
