using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Calculator;

/// <summary>
/// What the contract's formulas make of a deal (4.2 to 4.5), reckoned here, independently of any PropIQ: money in dollars, ratios in
/// per cent, coverage and multiplier plain, rounded at the end.
/// </summary>
internal static class DealFormulas
{
    private const int MonthsAYear = 12;
    private const decimal LendersMinimum = 1.25m;

    /// <summary>The figures of a deal whose price, down payment, interest rate and rent are given.</summary>
    public static DealFigures Of(Deal deal)
    {
        var (price, rent) = (deal.PurchasePrice!.Value, deal.MonthlyRent!.Value * MonthsAYear);
        var down = price * deal.DownPaymentPercent!.Value / 100;
        var payment = Payment(price - down, deal.InterestRate!.Value / 100 / MonthsAYear, (int)((deal.LoanTermYears ?? 30) * MonthsAYear));
        var debt = payment * MonthsAYear;
        var tax = deal.AnnualPropertyTax ?? price * (deal.State is "CA" or "California" ? 0.0125m : 0.012m);
        var costs = tax
            + (deal.AnnualInsurance ?? price * 0.005m)
            + ((deal.MonthlyHoa ?? 0) * MonthsAYear)
            + (deal.MonthlyMaintenance * MonthsAYear ?? price * 0.01m);
        var income = (rent * (1 - ((deal.VacancyPercent ?? 5) / 100))) - costs;
        var flow = income - debt;
        var (capRate, cashOnCash, onePercent) = (income / price * 100, flow / (down + (deal.ClosingCosts ?? 0) + (deal.RehabCosts ?? 0)) * 100, rent / MonthsAYear / price * 100);
        decimal? coverage = debt == 0 ? null : income / debt;
        var score = Points(flow / MonthsAYear, (500, 40), (300, 30), (100, 20), (0, 10))
            + Points(capRate, (10, 30), (8, 25), (6, 20), (4, 10))
            + Points(cashOnCash, (12, 20), (10, 15), (8, 10), (6, 5))
            + Points(onePercent, (1m, 10), (0.8m, 7), (0.6m, 4));
        return new DealFigures(
            Rounded(price - down), Rounded(down), Rounded(payment), Rounded(income), Rounded(flow / MonthsAYear), Rounded(flow), Rounded(capRate), Rounded(cashOnCash),
            coverage is { } known ? Rounded(known) : null, Rounded(price / rent), Rounded(onePercent), Rounded((costs + debt) / rent * 100), Rounded(tax), score, Rating(score),
            deal.PropertyType == "commercial" ? coverage is null or >= LendersMinimum : null);
    }

    // By multiplying, not by a power function: exact to all of a decimal's digits.
    private static decimal Payment(decimal loan, decimal rate, int months)
    {
        var growth = 1m;
        for (var month = 0; month < months; month++)
        {
            growth *= 1 + rate;
        }

        return rate == 0 ? loan / months : loan * rate * growth / (growth - 1);
    }

    private static int Points(decimal value, params IEnumerable<(decimal From, int Worth)> steps) => steps.FirstOrDefault(step => value >= step.From).Worth;

    private static string Rating(int score) => score switch
    {
        >= 80 => "Excellent",
        >= 65 => "Good",
        >= 50 => "Fair",
        >= 35 => "Poor",
        _ => "Avoid",
    };

    private static decimal Rounded(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
