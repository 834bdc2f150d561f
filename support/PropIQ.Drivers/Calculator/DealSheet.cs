using System.Globalization;
using PropIQ.Client;
using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Calculator;

/// <summary>The inputs and figures of a deal by the names that features and glossary give them.</summary>
public static class DealSheet
{
    private static readonly Dictionary<string, Func<DealFigures, object?>> Figures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["loan amount"] = figures => figures.LoanAmount,
        ["down payment"] = figures => figures.DownPayment,
        ["monthly payment"] = figures => figures.MonthlyPayment,
        ["net operating income"] = figures => figures.AnnualNoi,
        ["monthly cash flow"] = figures => figures.MonthlyCashFlow,
        ["annual cash flow"] = figures => figures.AnnualCashFlow,
        ["cap rate"] = figures => figures.CapRate,
        ["cash-on-cash return"] = figures => figures.CashOnCash,
        ["debt service coverage"] = figures => figures.Dscr,
        ["gross rent multiplier"] = figures => figures.GrossRentMultiplier,
        ["1 % rule"] = figures => figures.OnePercentRule,
        ["break-even occupancy"] = figures => figures.BreakEvenOccupancy,
        ["property tax"] = figures => figures.AnnualPropertyTax,
        ["deal score"] = figures => figures.DealScore,
        ["deal rating"] = figures => figures.DealRating,
        ["meets the lender's minimum"] = figures => figures.DscrMeetsLenderMinimum,
    };

    private static readonly Dictionary<string, (string Member, Func<Deal, decimal, Deal> Set)> Inputs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["price"] = ("purchase_price", (deal, value) => deal with { PurchasePrice = value }),
        ["down payment"] = ("down_payment_percent", (deal, value) => deal with { DownPaymentPercent = value }),
        ["interest rate"] = ("interest_rate", (deal, value) => deal with { InterestRate = value }),
        ["rent"] = ("monthly_rent", (deal, value) => deal with { MonthlyRent = value }),
        ["term"] = ("loan_term_years", (deal, value) => deal with { LoanTermYears = value }),
        ["property tax"] = ("annual_property_tax", (deal, value) => deal with { AnnualPropertyTax = value }),
        ["insurance"] = ("annual_insurance", (deal, value) => deal with { AnnualInsurance = value }),
        ["HOA"] = ("monthly_hoa", (deal, value) => deal with { MonthlyHoa = value }),
        ["maintenance"] = ("monthly_maintenance", (deal, value) => deal with { MonthlyMaintenance = value }),
        ["vacancy"] = ("vacancy_percent", (deal, value) => deal with { VacancyPercent = value }),
        ["closing costs"] = ("closing_costs", (deal, value) => deal with { ClosingCosts = value }),
        ["rehab costs"] = ("rehab_costs", (deal, value) => deal with { RehabCosts = value }),
    };

    /// <summary>The names of all figures.</summary>
    public static IEnumerable<string> FigureNames => Figures.Keys;

    /// <summary>A usual rental house: $300,000, a fifth down, 6.5 % over 30 years, $2,500 rent.</summary>
    public static Deal Usual { get; } = new(300_000m, 20m, 6.5m, 2_500m);

    /// <summary>A deal of price and rent alone: paid in cash, always let, free of taxes, insurance and maintenance.</summary>
    public static Deal Bare { get; } = new(
        null, 100m, 0m, null, AnnualPropertyTax: 0m, AnnualInsurance: 0m, MonthlyMaintenance: 0m, VacancyPercent: 0m);

    /// <summary>The deal with one input, named as in features, set; "state" and "property type" take text.</summary>
    /// <exception cref="ArgumentException">No input of that name.</exception>
    /// <exception cref="FormatException">No number.</exception>
    public static Deal With(Deal deal, string input, string value) => input.ToLowerInvariant() switch
    {
        "state" => deal with { State = value },
        "property type" => deal with { PropertyType = value.Replace(' ', '_') },
        _ => Known(input).Set(deal, Number(value)),
    };

    /// <summary>A deal from its inputs, named as in features; what is not named is not given. An empty value is left out.</summary>
    public static Deal From(IEnumerable<(string Input, string Value)> inputs) => From(new Deal(null, null, null, null), inputs);

    /// <summary>A deal with some inputs changed. An empty value changes nothing.</summary>
    public static Deal From(Deal deal, IEnumerable<(string Input, string Value)> inputs) => inputs
        .Where(each => each.Value.Length > 0)
        .Aggregate(deal, (changed, each) => With(changed, each.Input, each.Value));

    /// <summary>The API's member for an input, as refusals name it.</summary>
    public static string Member(string input) => Known(input).Member;

    /// <summary>The usual house in JSON, spelt as a PropIQ spells it, with one input as it stands here, number or not; null leaves the input out.</summary>
    public static string JsonOfUsual(WireFormat wire, string input, string? json)
    {
        var members = new Dictionary<string, string>
        {
            [Member("price")] = "300000", [Member("down payment")] = "20", [Member("interest rate")] = "6.5", [Member("rent")] = "2500",
        };
        members.Remove(Member(input));
        if (json is not null)
        {
            members[Member(input)] = json;
        }

        return $"{{{string.Join(", ", members.Select(member => $"\"{wire.ToWire(member.Key)}\": {member.Value}"))}}}";
    }

    /// <summary>A figure as text: numbers without trailing zeros; null when there is none.</summary>
    public static string? Figure(DealFigures figures, string name) =>
        !Figures.TryGetValue(name, out var read) ? throw new ArgumentException($"No figure of a deal is called \"{name}\". Known: {string.Join(", ", Figures.Keys)}.")
        : read(figures) switch
        {
            null => null,
            bool yes => yes ? "yes" : "no",
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            var text => text.ToString(),
        };

    /// <summary>Whether a figure is what a feature says: numbers compare as numbers ("$1,516.96", "6.50 %"), "none" is no value.</summary>
    public static bool Same(string? given, string expected) =>
        expected == "none" ? given is null
        : given is not null && (IsNumber(expected) ? IsNumber(given) && Number(given) == Number(expected) : given == expected);

    private static (string Member, Func<Deal, decimal, Deal> Set) Known(string input) => Inputs.TryGetValue(input, out var known)
        ? known
        : throw new ArgumentException($"No input of a deal is called \"{input}\". Known: {string.Join(", ", Inputs.Keys)}.");

    private static bool IsNumber(string text) => decimal.TryParse(Plain(text), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static decimal Number(string text) => decimal.Parse(Plain(text), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Plain(string text) => text.Replace("$", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Trim();
}
