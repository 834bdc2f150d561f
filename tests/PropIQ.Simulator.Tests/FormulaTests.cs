using PropIQ.Simulator.Costs;
using Xunit;

namespace PropIQ.Simulator.Tests;

public sealed class FormulaTests
{
    private static readonly FormulaWords Words = FormulaWords.Names(Known) with { Units = new Dictionary<string, decimal> { ["k"] = 1_000m, ["%"] = 0.01m } };

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-2 + 5", "3")]
    [InlineData("9 - 3 - 2", "4")]
    [InlineData("9 - 3 + 2", "8")]
    [InlineData("8 / 4 / 2", "1")]
    [InlineData("8 / 4 * 2", "4")]
    [InlineData("-(1 + 2) - -4", "1")]
    [InlineData(".5*4", "2")]
    [InlineData(" ( 1.5 ) ", "1.5")]
    [InlineData("_kept", "7")]
    [InlineData("(input_tokens * 0.00015 / 1000) + (output_tokens * 0.0006 / 1000)", "0.00105")]
    [InlineData("input_tokens > 100", "1")]
    [InlineData("input_tokens >= 1001", "0")]
    [InlineData("input_tokens == 1000", "1")]
    [InlineData("input_tokens != 1000", "0")]
    [InlineData("10.00 < output_tokens", "1")]
    [InlineData("2 * input_tokens > output_tokens + 499", "1")]
    public void Comes_to(string formula, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Formula.Evaluate(formula, Known));

    [Theory]
    [InlineData("<", true, false, false)]
    [InlineData("<=", true, true, false)]
    [InlineData(">", false, false, true)]
    [InlineData(">=", false, true, true)]
    [InlineData("==", false, true, false)]
    [InlineData("=", false, true, false)]
    [InlineData("!=", true, false, true)]
    public void A_comparison_is_of_its_sign_below_at_and_above_the_bound(string sign, bool below, bool at, bool above)
    {
        Assert.Equal(new Compared(999m, sign, 1_000m, below), Formula.Compare($"999 {sign} input_tokens", Words));
        Assert.Equal(new Compared(1_000m, sign, 1_000m, at), Formula.Compare($"1000{sign}input_tokens", Words));
        Assert.Equal(new Compared(1_001m, sign, 1_000m, above), Formula.Compare($"1001 {sign} input_tokens", Words));
    }

    [Fact]
    public void A_number_is_multiplied_by_the_unit_behind_it() =>
        Assert.Equal(new Compared(1_000m, "<", 2_000.05m, true), Formula.Compare("input_tokens < 2k + 5 %", Words));

    [Theory]
    [InlineData("1 +", "\"1 +\" is no formula: it ends too early.")]
    [InlineData("1 <", "ends too early")]
    [InlineData("(1 + 2", "ends too early")]
    [InlineData("1 2", "\"1 2\" is no formula: \"2\" at its character 3 does not belong there.")]
    [InlineData("1 ! 2", "\" \" at its character 4 does not belong there")]
    [InlineData("1 < 2 < 3", "\"<\" at its character 7 does not belong there")]
    [InlineData("1.2.3 > 1", "\"1.2.3\" is no number")]
    [InlineData("2 input_tokens", "\"i\" at its character 3 does not belong there")]
    [InlineData("input_tokens(1)", "\"(\" at its character 13 does not belong there")]
    [InlineData("input_tokens.5", "\".\" at its character 13 does not belong there")]
    [InlineData("rent > 1", "\"rent > 1\" speaks of \"rent\", which is not known.")]
    [InlineData("1 / 0", "\"1 / 0\" has no value")]
    [InlineData("output_tokens / (input_tokens - 1000)", "has no value")]
    [InlineData("79228162514264337593543950335 * 10", "has no value")]
    public void Says_what_is_wrong(string formula, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<FormatException>(() => Formula.Evaluate(formula, Known)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("input_tokens + 1", "\"input_tokens + 1\" compares nothing: <, <=, >, >=, == or != is missing.")]
    [InlineData("1 < 2 parsec", "\"1 < 2 parsec\" has a unit \"parsec\", which is not known: there are k, %.")]
    public void Says_what_a_comparison_lacks(string formula, string complaint) =>
        Assert.Equal(complaint, Assert.Throws<FormatException>(() => Formula.Compare(formula, Words)).Message);

    [Theory]
    [InlineData("anything > 100")]
    [InlineData("one / (another - yet_another)")]
    [InlineData("one / (another - 1)")]
    public void Whatever_its_names_come_to_a_good_form_is_no_reason_to_complain(string formula) => Assert.Null(Formula.Complaint(formula));

    [Theory]
    [InlineData("anything >", "ends too early")]
    [InlineData("anything / 0", "has no value")]
    public void A_bad_form_is_complained_about_before_anything_is_known(string formula, string complaint) =>
        Assert.Contains(complaint, Formula.Complaint(formula), StringComparison.Ordinal);

    private static decimal? Known(string name) => name switch { "input_tokens" => 1_000m, "output_tokens" => 1_500m, "_kept" => 7m, _ => null };
}
