using System.Text;
using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using static System.FormattableString;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>Input: addresses, prices, sizes; and what the calculator makes of deals.</summary>
internal static partial class ValidationDetectors
{
    private const decimal Million = 1_000_000m;

    public static readonly Detector[] All =
    [
        new("invalid_property_address_empty", evidence => evidence.Refused(422, "invalid_address")
            .Where(call => call.Request is PropertyToAnalyze asked && string.IsNullOrWhiteSpace(asked.Address))
            .Proof(call => $"422 invalid_address for a blank address at {Looking.At(call)}")),

        new("invalid_property_address_typo", evidence => evidence.Refused(422, "invalid_address")
            .Where(call => call.Request is PropertyToAnalyze asked && !string.IsNullOrWhiteSpace(asked.Address) && asked.Address.Length <= 500)
            .Proof(call => $"422 invalid_address for \"{((PropertyToAnalyze)call.Request!).Address}\": {call.Problem?.Detail}")),

        new("international_address", evidence => evidence.Analyses()
            .Where(analysis => analysis.Made.Coverage == "limited" && analysis.Asked.Address is { } address && !UsEnding().IsMatch(address))
            .Proof(analysis => $"\"{analysis.Made.Address}\" was analysed with limited coverage")),

        new("unicode_special_characters_address", evidence => evidence.Analyses()
            .Where(analysis => analysis.Asked.Address is { } asked && asked.Any(character => character > 127) && analysis.Made.Address == asked.Normalize(NormalizationForm.FormC).Trim())
            .Proof(analysis => $"\"{analysis.Made.Address}\" came back as it was given")),

        new("negative_purchase_price", evidence => evidence.Refused(422, "invalid_price")
            .Where(call => call.Request is PropertyToAnalyze { PurchasePrice: < 0 })
            .Proof(call => Invariant($"422 invalid_price for {((PropertyToAnalyze)call.Request!).PurchasePrice} at {Looking.At(call)}"))),

        new("calculator_division_by_zero", evidence => evidence.Refused(422, "invalid_calculator_input")
            .Where(call => call.Request is Deal { PurchasePrice: 0 } or Deal { MonthlyRent: 0 } or Deal { LoanTermYears: 0 } or Deal { DownPaymentPercent: 0 })
            .Proof(call => $"422 invalid_calculator_input for a deal with a zero to divide by, at {Looking.At(call)}")),

        Priced("extremely_large_property_value_15M", 15 * Million, decimal.MaxValue),
        Priced("high_property_values_800k_plus", 0.8m * Million, Million),
        Priced("high_value_properties_1M_plus", Million, 15 * Million),

        new("openai_token_limit_exceeded", evidence => evidence.Refused(413, "payload_too_large")
            .Where(call => call.Request is PropertyToAnalyze { Description.Length: > 10_000 })
            .Proof(call => Invariant($"413 payload_too_large for a description of {((PropertyToAnalyze)call.Request!).Description!.Length:N0} characters"))),

        new("duplicate_analysis_submission", evidence => evidence.Analyses()
            .Where(analysis => analysis.Made.Duplicate == true && evidence.Analyses().Any(first => first.Made.Duplicate != true && first.Made.AnalysisId == analysis.Made.AnalysisId))
            .Proof(analysis => $"the second submission of \"{analysis.Made.Address}\" was answered with the first one's id, marked duplicate")),

        new("california_property_tax_calculations", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Request: Deal { AnnualPropertyTax: null, PurchasePrice: not null } deal, Value: DealFigures figures }
                && deal.State?.ToUpperInvariant() is "CA" or "CALIFORNIA"
                && figures.AnnualPropertyTax == Math.Round(deal.PurchasePrice.Value * 0.0125m, 2, MidpointRounding.AwayFromZero))
            .Proof(call => Invariant($"property tax of ${((DealFigures)call.Value!).AnnualPropertyTax} a year in California: 1.25 % of the price"))),

        new("commercial_property_calculations", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Request: Deal { PropertyType: "commercial" }, Value: DealFigures { DscrMeetsLenderMinimum: { } meets } figures }
                && (figures.Dscr is not { } dscr || Math.Abs(dscr - 1.25m) < 0.005m || dscr >= 1.25m == meets))
            .Proof(call => Invariant($"a commercial deal with DSCR {((DealFigures)call.Value!).Dscr} {(((DealFigures)call.Value!).DscrMeetsLenderMinimum == true ? "meets" : "misses")} the lender's minimum"))),
    ];

    // Bands that do not overlap: what costs $15M is not also "$800k+".
    private static Detector Priced(string id, decimal from, decimal below) => new(id, evidence => evidence.Analyses()
        .Where(analysis => analysis.Asked.PurchasePrice is { } price && price >= from && price < below && analysis.Made.PurchasePrice == price)
        .Proof(analysis => Invariant($"a property for ${analysis.Made.PurchasePrice:N0} was analysed")));

    [GeneratedRegex(@",\s*[A-Za-z]{2}\s+\d{5}(-\d{4})?\s*$")]
    private static partial Regex UsEnding();
}
