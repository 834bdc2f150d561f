using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Calculator;

/// <summary>Scores, ratings and bounds are off by a little.</summary>
internal static class Judging
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("eighty_is_good", "A score of exactly 80 is called Good.")
        {
            Cases = ["analysis_rating_bounds", "calculator_score_bounds"],
            Clauses = ["3.1", "4.4"],
            Host = Rating((real, score) => score == 80 ? "Good" : real.Of(score)),
        },
        new("rating_after_rounding", "A score of 79.99 is called Excellent.")
        {
            Cases = ["analysis_rating_bounds"],
            Clauses = ["3.1"],
            Host = Rating((real, score) => real.Of(Math.Round(score))),
        },
        new("nothing_is_to_be_avoided", "The worst deals are called Poor.")
        {
            Cases = ["analysis_rating_bounds", "calculator_score_bounds"],
            Clauses = ["3.1", "4.4"],
            Host = Rating((real, score) => real.Of(score) is var word && word == "Avoid" ? "Poor" : word),
        },
        new("score_after_rounding", "Rent that only looks like enough brings points.")
        {
            Cases = ["calculator_rounding", "calculator_score_bounds"],
            Clauses = ["4.3", "4.4"],
            Host = Scoring((real, figures) => real.Of(new HalfAwayFromZero().Of(figures))),
        },
        new("500_a_month_is_not_enough", "A cash flow of exactly $500 brings the points of less.")
        {
            Cases = ["calculator_score_bounds"],
            Clauses = ["4.4"],
            Host = Scoring((real, figures) => real.Of(figures.MonthlyCashFlow == 500 ? figures with { MonthlyCashFlow = 499 } : figures)),
        },
        new("losses_bring_points", "A deal that loses a cent a month brings the points of one that does not.")
        {
            Cases = ["calculator_score_bounds"],
            Clauses = ["4.4"],
            Host = Scoring((real, figures) => real.Of(figures.MonthlyCashFlow is < 0 and > -1 ? figures with { MonthlyCashFlow = 0 } : figures)),
        },
        new("score_without_the_return", "The deal score leaves out the cash-on-cash return.")
        {
            Cases = ["calculator_score_bounds", "calculator_worked_examples"],
            Clauses = ["4.4"],
            Host = Scoring((real, figures) => real.Of(figures with { CashOnCash = 0 })),
        },
        new("rent_of_nothing_divided_by", "A rent of nothing is reckoned with, and the multiplier is infinite.")
        {
            Cases = ["calculator_division_by_zero"],
            Clauses = ["4.1"],
            Host = Bounding("monthly_rent", DealBounds.NotNegative),
        },
        new("nothing_down_allowed", "A deal with nothing down is reckoned with.")
        {
            Cases = ["calculator_division_by_zero"],
            Clauses = ["4.1"],
            Host = Bounding("down_payment_percent", DealBounds.Percent),
        },
        new("interest_of_101_allowed", "An interest rate may be over a hundred per cent.")
        {
            Cases = ["calculator_invalid_numbers"],
            Clauses = ["4.1"],
            Host = Bounding("interest_rate", DealBounds.NotNegative),
        },
        new("term_of_51_years_allowed", "A loan may run for more than fifty years.")
        {
            Cases = ["calculator_invalid_numbers"],
            Clauses = ["4.1"],
            Host = Bounding("loan_term_years", DealBounds.Positive),
        },
        new("negative_hoa_allowed", "A cost below nothing makes a deal better.")
        {
            Cases = ["calculator_invalid_numbers"],
            Clauses = ["4.1"],
            Host = Bounding("monthly_hoa", new DealBounds(_ => true, "")),
        },
        new("numbers_in_quotes_are_taken", "A text is calculated with where it happens to look like a number.")
        {
            Cases = ["calculator_invalid_numbers"],
            Clauses = ["4.1"],
            Host = host => host.Intercept("/propiq/calculator", (context, real) => real(context.WithBody(body =>
            {
                foreach (var (name, value) in body.ToList())
                {
                    if (value?.GetValueKind() == JsonValueKind.String && decimal.TryParse((string?)value, CultureInfo.InvariantCulture, out var number))
                    {
                        body[name] = number;
                    }
                }
            }))),
        },
        new("vacancy_of_100_refused", "A house that is empty all year is no deal at all.")
        {
            Cases = ["calculator_costs"],
            Clauses = ["4.1"],
            Host = Bounding("vacancy_percent", new DealBounds(value => value is >= 0 and < 100, "must be under 100 per cent")),
        },
        new("interest_of_100_refused", "An interest rate of exactly a hundred per cent is refused.")
        {
            Cases = ["calculator_worked_examples"],
            Clauses = ["4.1"],
            Host = Bounding("interest_rate", new DealBounds(value => value is >= 0 and < 100, "must be under 100 per cent")),
        },
        new("lender_heard_about_houses", "A house's deal tells of a commercial lender's minimum.")
        {
            Cases = ["commercial_property_calculations"],
            Clauses = ["4.5"],
            Host = host => host.Intercept("/propiq/calculator", (context, real) => real(context.WithBody(body => body["property_type"] = "commercial"))),
        },
    ];

    private static Action<IServiceCollection> Rating(Func<IDealRatings, decimal, string> instead) =>
        host => host.Twist<IDealRatings>(nameof(IDealRatings.Of), real => (decimal score) => instead(real, score));

    private static Action<IServiceCollection> Scoring(Func<IDealScoring, DealFigures, int> instead) =>
        host => host.Twist<IDealScoring>(nameof(IDealScoring.Of), real => (DealFigures figures) => instead(real, figures));

    private static Action<IServiceCollection> Bounding(string number, DealBounds bounds) =>
        host => host.Twist<ICalculatorRules>(nameof(ICalculatorRules.BoundsOf), real => (string member) => member == number ? bounds : real.BoundsOf(member));
}
