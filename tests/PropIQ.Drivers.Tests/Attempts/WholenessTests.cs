using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class WholenessTests
{
    private static readonly Analysis Whole = Made.Analysis();
    private static readonly Profile WholeProfile = new("u-1", "paula@propiq.test", "Paula", "Pro", "pro", "active", "card_declined", new Usage(0, 60, 60, Made.Then));
    private static readonly History Reviewed = new([Whole], 1, 20, false);

    [Fact]
    public void A_whole_answer_is_given_back() => Made.Worked(Whole).ShouldBeWhole().Should().BeSameAs(Whole);

    [Fact]
    public void What_was_refused_is_not_whole() => Verdicts.Fails(
        () => Made.Refused<Analysis>(Made.Problem(404, "not_found", "Gone")).ShouldBeWhole(), "To try it should have worked, but PropIQ refused: Gone (not_found, 404)");

    [Fact]
    public void Success_is_200_or_204_where_there_is_nothing_to_say()
    {
        Verdicts.Holds(() => Judge(Nothing.Instance, 204, null));
        Verdicts.Fails(() => Judge(Nothing.Instance, 200, null), "To try it should be answered with 204, but is with 200");
        Verdicts.Fails(() => Judge(Whole, 201, "application/json"), "To try it should be answered with 200, but is with 201");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON; charset=\"UTF-8\"")]
    public void An_answer_is_JSON_in_UTF_8(string type) => Verdicts.Holds(() => Judge(Whole, 200, type));

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=latin1")]
    [InlineData("json")]
    [InlineData(null)]
    public void Any_other_type_is_not(string? type) =>
        Verdicts.Fails(() => Judge(Whole, 200, type), $"The answer to try it should be application/json in UTF-8, but is {type ?? "of no type"}");

    [Fact]
    public void A_header_is_found_however_it_is_cased()
    {
        var exchange = Made.Exchange(type: null) with { ResponseHeaders = [new("date", "today"), new("content-type", "application/json")] };

        Verdicts.Holds(() => Made.Worked(Whole, exchange: exchange).ShouldBeWhole());
    }

    [Fact]
    public void A_page_is_HTML()
    {
        Verdicts.Holds(() => Judge(new HomePage("<html>"), 200, "text/html; charset=utf-8"));
        Verdicts.Fails(() => Judge(new HomePage("<html>"), 200, "application/json"), "The answer to try it should be text/html in UTF-8, but is application/json");
    }

    [Fact]
    public void A_file_is_of_its_own_type()
    {
        Verdicts.Holds(() => Judge(new ExportedFile("a.csv", "text/csv", 1, [1]), 200, "text/csv"));
        Verdicts.Fails(() => Judge(new ExportedFile("a.csv", "text/csv", null, [1]), 200, "text/csv"), Missing("exported count"));
    }

    [Fact]
    public void A_member_that_is_missing_is_named()
    {
        Fails(Whole with { AnalysisId = null }, "analysis id");
        Fails(Whole with { AnalysisId = "" }, "analysis id");
        Fails(Whole with { Summary = "" }, "summary");
        Fails(Whole with { DealScore = null }, "deal score");
        Fails(Whole with { Metrics = null }, "metrics");
        Fails(Whole with { Metrics = System.Text.Json.JsonElement.Parse("null") }, "metrics");
        Fails(Whole with { Metrics = default(System.Text.Json.JsonElement) }, "metrics");
        Fails(Whole with { CreatedAt = null }, "created at");
        Fails(WholeProfile with { SubscriptionStatus = null }, "subscription status");
        Fails(Reviewed with { Items = null }, "items");
    }

    [Fact]
    public void A_member_of_a_member_is_named_with_both()
    {
        Fails(Whole with { Usage = Whole.Usage! with { ResetsAt = null } }, "resets at in the usage");
        Fails(WholeProfile with { Usage = WholeProfile.Usage! with { Remaining = null } }, "remaining in the usage");
        Fails(new PriceList([new PricedPlan("free", 0, 5, null), new PricedPlan("pro", null, 60, "price_1")]), "price in the plans");
        Fails(new Comparison([new RankedProperty(null, "12 Elm St", 71)], "a-1"), "analysis id in the ranking");
    }

    [Fact]
    public void What_is_optional_may_be_missing()
    {
        Verdicts.Holds(() => Judge(Whole with { Warning = null, PurchasePrice = null }));
        Verdicts.Holds(() => Judge(WholeProfile with { FirstName = null, LastName = null, LastPaymentError = null }));
        Verdicts.Holds(() => Judge(new PriceList([new PricedPlan("free", 0, 5, null)])));
        Verdicts.Holds(() => Judge(new Subscription("free", "none", null, false)));
        Verdicts.Holds(() => Judge(new PlanChange("changed", null)));
        Verdicts.Holds(() => Judge(new DealFigures(0, 1, 0, 1, 1, 1, 1, 1, null, 1, 1, 1, 1, 1, "Good", null)));
    }

    [Fact]
    public void A_history_may_leave_out_all_but_what_an_analysis_is_known_by()
    {
        var shown = new Analysis("a-1", "12 Elm St", null, null, 71, null, null, null, null, null, null, null, null, null, null, Made.Then);

        Verdicts.Holds(() => Judge(Reviewed with { Items = [shown] }));
        Fails(Reviewed with { Items = [Whole, shown with { AnalysisId = null }] }, "analysis id in the items");
        Fails(Reviewed with { Items = [shown with { Address = "" }] }, "address in the items");
        Fails(Reviewed with { Items = [shown with { DealScore = null }] }, "deal score in the items");
        Fails(Reviewed with { Items = [shown with { CreatedAt = null }] }, "created at in the items");
    }

    [Fact]
    public void What_is_kept_need_not_say_usage_and_repetition()
    {
        var kept = Whole with { Usage = null, Duplicate = null };

        Made.Worked(kept).ShouldBeWholeAsKept().Should().BeSameAs(kept);
        Verdicts.Fails(() => Made.Worked(kept with { Coverage = null }).ShouldBeWholeAsKept(), Missing("coverage"));
        Fails(Whole with { Usage = null }, "usage");
        Fails(Whole with { Duplicate = null }, "duplicate");
    }

    private static void Fails<T>(T answer, string member)
        where T : class => Verdicts.Fails(() => Judge(answer), Missing(member));

    private static string Missing(string member) => $"PropIQ's answer to try it should give the {member}, but does not";

    private static T Judge<T>(T answer, int status = 200, string? type = "application/json")
        where T : class => Made.Worked(answer, exchange: Made.Exchange(status, type)).ShouldBeWhole();
}
