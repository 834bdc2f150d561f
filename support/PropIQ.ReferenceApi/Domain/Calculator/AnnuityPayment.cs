namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>
/// L·r(1+r)ⁿ/((1+r)ⁿ−1), written as L·r/(1−(1+r)⁻ⁿ), with r a month's rate and n the months; L/n at 0 %. Decimal
/// arithmetic: 28 digits, so that payments on any price that is allowed are right to far below a cent.
/// </summary>
public sealed class AnnuityPayment : ILoanPayment
{
    // Below this r·n the formula would take the difference of two nearly equal numbers; the series below does not.
    private const decimal NearlyNoInterest = 0.000001m;

    /// <inheritdoc/>
    public decimal Monthly(decimal loan, decimal annualRatePercent, decimal years)
    {
        var months = years * 12m;
        var rate = annualRatePercent / 1200m;
        var straight = loan / months;
        if (rate == 0m)
        {
            return straight;
        }

        return rate * months < NearlyNoInterest
            ? straight * NearlyStraight(rate, months)
            : loan * rate / (1m - (1m / Power(1m + rate, months)));
    }

    // The Taylor series of n·r/(1−(1+r)⁻ⁿ) about r = 0: 1 + (n+1)r/2 + (n²−1)r²/12 − …; the next term is below 1e-19.
    private static decimal NearlyStraight(decimal rate, decimal months) =>
        1m + ((months + 1m) * rate / 2m) + (((months * months) - 1m) * rate * rate / 12m);

    private static decimal Power(decimal value, decimal exponent)
    {
        var whole = (int)decimal.Truncate(exponent);
        var result = 1m;
        var square = value;
        for (var left = whole; left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
            {
                result *= square;
            }

            // Not squared once more than needed: the last square could be too large.
            if (left > 1)
            {
                square *= square;
            }
        }

        // A term that ends within a month: this factor alone has the 15 digits of a double.
        var part = exponent - whole;
        return part == 0m ? result : result * (decimal)Math.Pow((double)value, (double)part);
    }
}
