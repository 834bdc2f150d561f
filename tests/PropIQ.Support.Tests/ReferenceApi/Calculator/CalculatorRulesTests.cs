using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Calculator;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

public sealed class CalculatorRulesTests
{
    private readonly CalculatorRules rules = new();

    [Theory]
    [InlineData("purchase_price", 0.01, true)]
    [InlineData("purchase_price", 0, false)]
    [InlineData("purchase_price", -1, false)]
    [InlineData("monthly_rent", 0.01, true)]
    [InlineData("monthly_rent", 0, false)]
    [InlineData("down_payment_percent", 0, false)]
    [InlineData("down_payment_percent", 0.01, true)]
    [InlineData("down_payment_percent", 100, true)]
    [InlineData("down_payment_percent", 100.01, false)]
    [InlineData("interest_rate", -0.01, false)]
    [InlineData("interest_rate", 0, true)]
    [InlineData("interest_rate", 100, true)]
    [InlineData("interest_rate", 100.01, false)]
    [InlineData("loan_term_years", 0.99, false)]
    [InlineData("loan_term_years", 1, true)]
    [InlineData("loan_term_years", 12.5, true)]
    [InlineData("loan_term_years", 50, true)]
    [InlineData("loan_term_years", 50.01, false)]
    [InlineData("vacancy_percent", 0, true)]
    [InlineData("vacancy_percent", 100, true)]
    [InlineData("vacancy_percent", 100.01, false)]
    [InlineData("annual_property_tax", 0, true)]
    [InlineData("annual_property_tax", -0.01, false)]
    [InlineData("annual_insurance", -0.01, false)]
    [InlineData("monthly_hoa", -0.01, false)]
    [InlineData("monthly_maintenance", -0.01, false)]
    [InlineData("closing_costs", -0.01, false)]
    [InlineData("rehab_costs", -0.01, false)]
    [InlineData("rehab_costs", 0, true)]
    public void Each_number_has_its_bounds(string member, double value, bool allowed) =>
        rules.BoundsOf(member)!.Allows((decimal)value).Should().Be(allowed);

    [Theory]
    [InlineData("CA", 1.25)]
    [InlineData("ca", 1.25)]
    [InlineData("California", 1.25)]
    [InlineData(" CALIFORNIA ", 1.25)]
    [InlineData("TX", 1.2)]
    [InlineData("Baja California", 1.2)]
    [InlineData("", 1.2)]
    [InlineData(null, 1.2)]
    public void California_has_its_own_property_tax(string? state, double percent) =>
        new Assumptions().PropertyTaxPercent(state).Should().Be((decimal)percent);

    [Fact]
    public void A_tax_that_is_given_is_taken_in_California_too() =>
        Deals.Rounded(Deals.Usual with { State = "CA", AnnualPropertyTax = 0m }).AnnualPropertyTax.Should().Be(0m);
}
