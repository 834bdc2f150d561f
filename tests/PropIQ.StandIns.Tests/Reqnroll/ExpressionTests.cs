using FluentAssertions;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Expressions;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>Which expression a step definition has, and what it matches.</summary>
public sealed class ExpressionTests
{
    private static readonly ParameterTypes Types = new([typeof(DayOfWeek)], []);

    /// <summary>The documented choice, and its edges.</summary>
    [Theory]
    [InlineData("^text$", false)]
    [InlineData("^text", false)]
    [InlineData("text$", false)]
    [InlineData("^{int} text", false)]
    [InlineData("text", true)]
    [InlineData("{int} text", true)]
    [InlineData("{int} text(s)", true)]
    [InlineData("{int} (.*)", true)]
    [InlineData("a (.*) b", false)]
    [InlineData("a (\\w+) b", false)]
    [InlineData("a .* b", false)]
    [InlineData("a \\d+ b", false)]
    [InlineData("costs 9\\.99", false)]
    [InlineData("text(s)", true)]
    [InlineData("a/b", true)]
    public void An_expression_is_chosen_by_its_look(string expression, bool isCucumber)
        => ExpressionKind.IsCucumber(expression).Should().Be(isCucumber);

    /// <summary>Parameters by name, and what each takes.</summary>
    [Theory]
    [InlineData("{int} left", "-5 left", "-5")]
    [InlineData("{long} left", "5000000000 left", "5000000000")]
    [InlineData("{byte} left", "5 left", "5")]
    [InlineData("{decimal} paid", "29.50 paid", "29.50")]
    [InlineData("{decimal} paid", "1,299.50 paid", "1,299.50")]
    [InlineData("{double} paid", "-1.5E10 paid", "-1.5E10")]
    [InlineData("{float} paid", ".5 paid", ".5")]
    [InlineData("said {string}", "said \"yes 'all'\"", "yes 'all'")]
    [InlineData("said {string}", "said 'no'", "no")]
    [InlineData("said {string}", "said \"\"", "")]
    [InlineData("{word} speaks", "Frank speaks", "Frank")]
    [InlineData("on {DayOfWeek}", "on Monday", "Monday")]
    [InlineData("on {DateTime}", "on 2026-01-15 10:00", "2026-01-15 10:00")]
    [InlineData("id {Guid}", "id 6f9619ff-8b86-d011-b42d-00c04fc964ff", "6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("with {}", "with anything at all", "anything at all")]
    [InlineData("{Int32} left", "7 left", "7")]
    public void Parameters_capture(string expression, string text, string captured)
        => Match(expression, text).Should().Equal(captured);

    /// <summary>Optional text, alternatives, escapes.</summary>
    [Theory]
    [InlineData("{int} cucumber(s)", "1 cucumber", true)]
    [InlineData("{int} cucumber(s)", "2 cucumbers", true)]
    [InlineData("{int} cucumber(s)", "2 cucumberss", false)]
    [InlineData("in my belly/stomach", "in my stomach", true)]
    [InlineData("in my belly/stomach", "in my belly", true)]
    [InlineData("in my belly/stomach", "in my", false)]
    [InlineData("{int} is/are", "2 are", true)]
    [InlineData("three (brown )mice/rats", "three rats", true)]
    [InlineData("a(n apple)/x pie", "x pie", true)]
    [InlineData("{decimal} paid", "- paid", false)]
    [InlineData("a \\{brace} \\(and more) 1\\/2 \\\\", "a {brace} (and more) 1/2 \\", true)]
    [InlineData("3 + 4 = 7.", "3 + 4 = 7.", true)]
    [InlineData("3 + 4 = 7.", "33 4 = 7x", false)]
    [InlineData("{int} left", "abc left", false)]
    [InlineData("{int} left", "5 left over", false)]
    [InlineData("Left", "left", false)]
    [InlineData("{word} speaks", "Frank Miller speaks", false)]
    public void Text_matches(string expression, string text, bool matches)
        => (Match(expression, text) is not null).Should().Be(matches);

    /// <summary>A regular expression covers the whole text; groups that take no part are no arguments.</summary>
    [Theory]
    [InlineData("^(\\d+) (?:apples|pears)$", "5 pears", "5")]
    [InlineData("(.*) and (.*)", "this and that", "this|that")]
    [InlineData("^(?:a(\\d)|b(\\d))$", "b2", "2")]
    public void Regular_expressions_capture(string expression, string text, string captured)
        => Match(expression, text).Should().Equal(captured.Split('|'));

    /// <summary>An expression that cannot be read says where and why.</summary>
    [Theory]
    [InlineData("{colour} thing", "*Undefined parameter type 'colour'*{int}*")]
    [InlineData("{int left", "*column*{*}*")]
    [InlineData("nothing () here", "*(*")]
    [InlineData("a/ b", "*alternative is empty*")]
    [InlineData("{int} (a)/b", "*only optional*")]
    [InlineData("a ({int}) b", "*optional text*")]
    [InlineData("a (b/c) d", "*optional text*")]
    [InlineData("ends \\", "*escaped*")]
    public void A_wrong_expression_is_refused(string expression, string message)
        => FluentActions.Invoking(() => new StepExpression(expression, Types)).Should().Throw<BindingException>().WithMessage(message);

    private static IEnumerable<string>? Match(string expression, string text)
        => new StepExpression(expression, Types).Match(text)?.Select(g => g.Value);
}
