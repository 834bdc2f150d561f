using PropIQ.Simulator.Costs;
using Xunit;

namespace PropIQ.Simulator.Tests;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("-2 + 5", "3")]
    [InlineData("(input_tokens * 0.00015 / 1000) + (output_tokens * 0.0006 / 1000)", "0.00105")]
    [InlineData("input_tokens > 100", "1")]
    [InlineData("input_tokens >= 1001", "0")]
    [InlineData("input_tokens == 1000", "1")]
    [InlineData("input_tokens != 1000", "0")]
    [InlineData("10.00 < output_tokens", "1")]
    public void Comes_to(string formula, string value) =>
        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Formula.Evaluate(formula, Known));

    [Theory]
    [InlineData("1 +", "ends too early")]
    [InlineData("(1 + 2", "ends too early")]
    [InlineData("1 2", "does not belong there")]
    [InlineData("rent > 1", "\"rent\", which is not known")]
    [InlineData("1 / 0", "has no value")]
    public void Says_what_is_wrong(string formula, string complaint) =>
        Assert.Contains(complaint, Assert.Throws<FormatException>(() => Formula.Evaluate(formula, Known)).Message, StringComparison.Ordinal);

    private static decimal? Known(string name) => name switch { "input_tokens" => 1_000m, "output_tokens" => 1_500m, _ => null };
}
