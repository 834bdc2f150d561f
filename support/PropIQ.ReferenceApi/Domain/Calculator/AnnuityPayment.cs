namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>
/// L·r(1+r)ⁿ/((1+r)ⁿ−1), written as L·r/(1−(1+r)⁻ⁿ), with r a month's rate and n the months; L/n at 0 %. Decimal
/// arithmetic: 28 digits, so that payments on any price that is allowed are right to far below a cent.
/// </summary>
public sealed class AnnuityPayment : ILoanPayment
{
    // Below this rate a month the formula would divide by next to nothing, and 50 years' interest is no 30-billionth of the payment.
    private const decimal NextToNothing = 0.0000000000001m;

    /// <inheritdoc/>
    public decimal Monthly(decimal loan, decimal annualRatePercent, decimal years)
    {
        var months = years * 12m;
        var rate = annualRatePercent / 1200m;
        return rate < NextToNothing ? loan / months : loan * rate / (1m - (1m / Power(1m + rate, months)));
    }

    private static decimal Power(decimal value, decimal exponent)
    {
        var whole = (int)decimal.Truncate(exponent);
        var result = 1m;

        // Bit by bit from the highest: nothing on the way is larger than the result.
        for (var bit = 1 << 30; bit > 0; bit /= 2)
        {
            result *= result;
            if ((whole & bit) > 0)
            {
                result *= value;
            }
        }

        // A term that ends within a month: this factor alone has the 15 digits of a double. Else it is 1.
        return result * (decimal)Math.Pow((double)value, (double)(exponent - whole));
    }
}
