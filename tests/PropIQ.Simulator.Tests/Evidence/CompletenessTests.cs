using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Expectations;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class CompletenessTests
{
    private static readonly Analysis Analysis = (Analysis)Story.Analysed(Story.Property()).Value!;
    private static readonly Profile Profile = (Profile)Story.Profile().Value!;

    /// <summary>What is missing, whole answers, and answers of the same kind without it.</summary>
    private static readonly Dictionary<string, (object[] Whole, object[] Without)> Answers = new()
    {
        ["an access token"] = ([new Tokens("t", null, null, null, null)], [new Tokens(null, "bearer", 3600, "r", null), new Tokens("", "bearer", 3600, "r", null)]),
        ["the account's e-mail and plan"] = ([Profile], [Profile with { Email = null }, Profile with { Tier = null }]),
        ["an analysis (its id and score)"] = ([Analysis], [Analysis with { AnalysisId = null }, Analysis with { DealScore = null }]),
        ["a list of analyses"] = ([new History([], 0, 50, false)], [new History(null, 0, 50, false)]),
        ["a file"] = ([new ExportedFile(null, null, null, [1])], [new ExportedFile("a.csv", "text/csv", 5, [])]),
        ["a ranking"] = ([new Comparison([new("a-1", "1 Main St", 70)], null)], [new Comparison(null, "a-1"), new Comparison([], "a-1")]),
        ["a deal score"] = ([Figures(50)], [Figures(null)]),
        ["plans"] = ([new PriceList([new("free", 0, 5, null)])], [new PriceList(null), new PriceList([])]),
        ["a checkout session"] = ([new CheckoutSession("cs_1", "https://checkout")], [new CheckoutSession(null, "https://checkout"), new CheckoutSession("cs_1", null)]),
        ["the subscription's plan and status"] = ([new Subscription("pro", "active", null, null)], [new Subscription(null, "active", null, null), new Subscription("pro", null, null, null)]),
        ["what became of the change"] = ([new PlanChange("changed", null)], [new PlanChange(null, [])]),
        ["a reply"] = ([new ChatReply(null, "c1", null, "!", null, null)], [new ChatReply(true, "c1", "?", null, null, null), new ChatReply(true, null, "?", "!", null, null)]),
        ["anything in it"] = ([new RawText("", [1], null)], [new RawText("", [], "text/html")]),
    };

    public static TheoryData<string> Missing => [.. Answers.Keys];

    [Theory]
    [MemberData(nameof(Missing))]
    public void A_whole_answer_lacks_nothing(string missing) => Assert.All(Answers[missing].Whole, answer => Assert.Null(Completeness.Lacks(answer)));

    [Theory]
    [MemberData(nameof(Missing))]
    public void An_answer_without_what_makes_it_one_lacks_it(string missing) => Assert.All(Answers[missing].Without, answer => Assert.Equal(missing, Completeness.Lacks(answer)));

    [Fact]
    public void Of_an_answer_without_content_nothing_is_asked()
    {
        Assert.Null(Completeness.Lacks(Nothing.Instance));
        Assert.Null(Completeness.Lacks(null));
    }

    private static DealFigures Figures(decimal? score) => new(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, score, "Fair", null);
}
