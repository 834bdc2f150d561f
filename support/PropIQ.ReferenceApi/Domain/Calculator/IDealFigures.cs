namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>The formulas of clause 4.3, unrounded.</summary>
public interface IDealFigures
{
    /// <summary>Works a deal out. Throws <see cref="ArithmeticException"/> when a number leaves the range of decimal arithmetic.</summary>
    DealFigures Of(DealInput deal);
}

/// <summary>Clause 4.3 with the assumptions of 4.2.</summary>
public sealed class DealFormulas(IAssumptions assumptions, ILoanPayment loanPayment) : IDealFigures
{
    /// <inheritdoc/>
    public DealFigures Of(DealInput deal)
    {
        var price = deal.PurchasePrice;
        var downPayment = Share(price, deal.DownPaymentPercent);
        var loan = price - downPayment;
        var payment = loanPayment.Monthly(loan, deal.InterestRate, deal.LoanTermYears);
        var debtService = payment * 12m;

        var tax = deal.AnnualPropertyTax ?? Share(price, assumptions.PropertyTaxPercent(deal.State));
        var insurance = deal.AnnualInsurance ?? Share(price, assumptions.InsurancePercent);
        var maintenance = deal.MonthlyMaintenance * 12m ?? Share(price, assumptions.MaintenancePercent);
        var costs = tax + insurance + (deal.MonthlyHoa * 12m) + maintenance;

        var grossRent = deal.MonthlyRent * 12m;
        var vacancy = Share(grossRent, deal.VacancyPercent ?? assumptions.VacancyPercent);
        var noi = grossRent - vacancy - costs;
        var cashFlow = noi - debtService;

        return new DealFigures
        {
            LoanAmount = loan,
            DownPayment = downPayment,
            MonthlyPayment = payment,
            AnnualNoi = noi,
            MonthlyCashFlow = cashFlow / 12m,
            AnnualCashFlow = cashFlow,
            CapRate = noi / price * 100m,
            CashOnCash = cashFlow / (downPayment + deal.ClosingCosts + deal.RehabCosts) * 100m,
            Dscr = loan == 0m ? null : noi / debtService,
            GrossRentMultiplier = price / grossRent,
            OnePercentRule = deal.MonthlyRent / price * 100m,
            BreakEvenOccupancy = (costs + debtService) / grossRent * 100m,
            AnnualPropertyTax = tax,
        };
    }

    private static decimal Share(decimal whole, decimal percent) => whole * (percent / 100m);
}
