using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Calculator;

/// <summary>The calculator's figures are wrong.</summary>
internal static class Figures
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("noi_without_vacancy", "A house is reckoned as if it were never empty.")
        {
            Cases = ["calculator_worked_examples", "calculator_costs", "california_property_tax_calculations"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal with { VacancyPercent = 0 })),
        },
        new("loan_at_0_percent_fails", "A loan without interest cannot be reckoned.")
        {
            Cases = ["calculator_loan_without_interest"],
            Clauses = ["4.3"],
            Host = Paying((real, loan, rate, years) => rate == 0 ? throw new DivideByZeroException() : real.Monthly(loan, rate, years)),
        },
        new("early_rounding", "The monthly payment is rounded before it is multiplied.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = Paying((real, loan, rate, years) => Math.Round(real.Monthly(loan, rate, years), 2)),
        },
        new("interest_by_the_year", "Interest is reckoned once a year, not monthly.")
        {
            Cases = ["calculator_worked_examples"],
            Clauses = ["4.3"],
            Host = Paying((real, loan, rate, years) => rate == 0 ? real.Monthly(loan, rate, years) : loan * (rate / 100) / 12 / (1 - (decimal)Math.Pow(1 + (double)(rate / 100), -(double)years))),
        },
        new("payments_end_a_month_late", "A loan is paid a month longer than agreed.")
        {
            Cases = ["calculator_worked_examples", "calculator_loan_without_interest"],
            Clauses = ["4.3"],
            Host = Paying((real, loan, rate, years) => real.Monthly(loan, rate, years + (1m / 12))),
        },
        new("cash_deal_has_coverage_nothing", "A deal without a loan covers its debts not at all.")
        {
            Cases = ["calculator_all_cash"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) =>
            {
                var figures = real.Of(deal);
                return figures with { Dscr = figures.Dscr ?? 0 };
            }),
        },
        new("closing_costs_forgotten", "The return leaves out what closing and rehab cost.")
        {
            Cases = ["calculator_costs"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal with { ClosingCosts = 0, RehabCosts = 0 })),
        },
        new("hoa_counted_once", "HOA is taken off once a year instead of monthly.")
        {
            Cases = ["calculator_costs"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal with { MonthlyHoa = deal.MonthlyHoa / 12 })),
        },
        new("break_even_forgets_hoa", "The occupancy to break even leaves out what the owners' association takes.")
        {
            Cases = ["calculator_costs"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal) with { BreakEvenOccupancy = real.Of(deal with { MonthlyHoa = 0 }).BreakEvenOccupancy }),
        },
        new("nothing_given_is_not_given", "A cost that is given as nothing is assumed all the same.")
        {
            Cases = ["calculator_costs"],
            Clauses = ["4.2"],
            Host = Reckoning((real, deal) => real.Of(deal with
            {
                AnnualPropertyTax = deal.AnnualPropertyTax == 0 ? null : deal.AnnualPropertyTax,
                AnnualInsurance = deal.AnnualInsurance == 0 ? null : deal.AnnualInsurance,
                MonthlyMaintenance = deal.MonthlyMaintenance == 0 ? null : deal.MonthlyMaintenance,
            })),
        },
        new("cap_rate_of_the_loan", "The cap rate is of the loan, not of the price.")
        {
            Cases = ["calculator_worked_examples", "commercial_property_calculations"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal) is var figures && figures.LoanAmount != 0 ? figures with { CapRate = figures.AnnualNoi / figures.LoanAmount * 100 } : figures),
        },
        new("no_coverage_is_not_said", "Nothing tells of a deal without a loan that it has no coverage.")
        {
            Cases = ["calculator_all_cash"],
            Clauses = ["4.3"],
            Host = host => host.Intercept("/propiq/calculator", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
            {
                if (answer["dscr"] is null)
                {
                    answer.AsObject().Remove("dscr");
                }
            })),
        },
        new("california_pays_the_default", "A house in California is reckoned at the other states' tax.")
        {
            Cases = ["california_property_tax_calculations"],
            Clauses = ["4.2"],
            Host = Taxing((real, _) => real.PropertyTaxPercent(null)),
        },
        new("california_by_code_only", "California by its name is not known.")
        {
            Cases = ["california_property_tax_calculations"],
            Clauses = ["4.2"],
            Host = Taxing((real, state) => real.PropertyTaxPercent(state == "California" ? null : state)),
        },
        new("colorado_is_california", "States that begin alike are taken for California.")
        {
            Cases = ["california_property_tax_calculations"],
            Clauses = ["4.2"],
            Host = Taxing((real, state) => real.PropertyTaxPercent(state?.StartsWith('C') == true ? "CA" : state)),
        },
        new("california_overrules_what_is_given", "A house in California is reckoned at the assumed tax, whatever tax was given.")
        {
            Cases = ["california_property_tax_calculations"],
            Clauses = ["4.2"],
            Host = Reckoning((real, deal) => real.Of(deal.State is "CA" or "California" ? deal with { AnnualPropertyTax = null } : deal)),
        },
        new("carolina_is_california", "States whose names sound alike are taken for California.")
        {
            Cases = ["california_property_tax_calculations"],
            Clauses = ["4.2"],
            Host = Taxing((real, state) => real.PropertyTaxPercent(state?.Contains("Ca", StringComparison.Ordinal) == true ? "CA" : state)),
        },
        new("multiplier_to_one_digit", "The gross rent multiplier has one digit behind its point.")
        {
            Cases = ["commercial_property_calculations"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with
            {
                GrossRentMultiplier = Math.Round(unrounded.GrossRentMultiplier, 1, MidpointRounding.AwayFromZero),
            }),
        },
        new("bankers_rounding", "Half a cent goes to the even cent.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with
            {
                AnnualPropertyTax = Math.Round(unrounded.AnnualPropertyTax, 2, MidpointRounding.ToEven),
                CapRate = Math.Round(unrounded.CapRate, 2, MidpointRounding.ToEven),
                AnnualCashFlow = Math.Round(unrounded.AnnualCashFlow, 2, MidpointRounding.ToEven),
            }),
        },
        new("losses_rounded_towards_zero", "Half a cent of loss is forgiven.")
        {
            Cases = ["calculator_rounding"],
            Clauses = ["4.3"],
            Host = host => host.Twist<IRounding>(nameof(IRounding.Of), real => (DealFigures unrounded) => real.Of(unrounded) with
            {
                AnnualCashFlow = unrounded.AnnualCashFlow < 0 ? Math.Round(unrounded.AnnualCashFlow, 2, MidpointRounding.ToZero) : real.Of(unrounded).AnnualCashFlow,
            }),
        },
        new("lender_asked_after_rounding", "A coverage that only looks like 1.25 satisfies the lender.")
        {
            Cases = ["commercial_property_calculations"],
            Clauses = ["4.5"],
            Host = Lending((real, dscr) => real.IsMetBy(dscr is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null)),
        },
        new("lender_wants_more_than_enough", "A coverage of exactly 1.25 does not satisfy the lender.")
        {
            Cases = ["commercial_property_calculations"],
            Clauses = ["4.5"],
            Host = Lending((real, dscr) => dscr is null || (dscr != 1.25m && real.IsMetBy(dscr))),
        },
        new("cash_does_not_satisfy_the_lender", "A deal without a loan misses the lender's minimum.")
        {
            Cases = ["commercial_property_calculations"],
            Clauses = ["4.5"],
            Host = Lending((real, dscr) => dscr is not null && real.IsMetBy(dscr)),
        },
        new("commercial_california_pays_less", "Commercial property in California is reckoned at the tax of other states.")
        {
            Cases = ["calculator_worked_examples"],
            Clauses = ["4.2", "4.5"],
            Host = Reckoning((real, deal) => real.Of(deal.IsCommercial ? deal with { State = null } : deal)),
        },
        new("cash_deals_forget_their_rehab", "The return of a deal without a loan leaves out what closing and rehab cost.")
        {
            Cases = ["calculator_worked_examples"],
            Clauses = ["4.3"],
            Host = Reckoning((real, deal) => real.Of(deal.DownPaymentPercent == 100 ? deal with { ClosingCosts = 0, RehabCosts = 0 } : deal)),
        },
        new("known_tax_and_the_usual_maintenance", "Where the tax is given, maintenance that is given, too, is reckoned as usual.")
        {
            Cases = ["calculator_worked_examples"],
            Clauses = ["4.2"],
            Host = Reckoning((real, deal) => real.Of(deal.AnnualPropertyTax is not null ? deal with { MonthlyMaintenance = null } : deal)),
        },
    ];

    private static Action<IServiceCollection> Reckoning(Func<IDealFigures, DealInput, DealFigures> instead) =>
        host => host.Twist<IDealFigures>(nameof(IDealFigures.Of), real => (DealInput deal) => instead(real, deal));

    private static Action<IServiceCollection> Paying(Func<ILoanPayment, decimal, decimal, decimal, decimal> instead) =>
        host => host.Twist<ILoanPayment>(nameof(ILoanPayment.Monthly), real => (decimal loan, decimal rate, decimal years) => instead(real, loan, rate, years));

    private static Action<IServiceCollection> Taxing(Func<IAssumptions, string?, decimal> instead) =>
        host => host.Twist<IAssumptions>(nameof(IAssumptions.PropertyTaxPercent), real => (string? state) => instead(real, state));

    private static Action<IServiceCollection> Lending(Func<ILenderMinimum, decimal?, bool> instead) =>
        host => host.Twist<ILenderMinimum>(nameof(ILenderMinimum.IsMetBy), real => (decimal? dscr) => instead(real, dscr));
}
