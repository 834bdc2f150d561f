using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Simulator.EdgeCases;
using PropIQ.Simulator.EdgeCases.Detectors;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class DetectorTests
{
    public static TheoryData<string> Ids => [.. Detection.Detectors.Select(detector => detector.Id)];

    [Fact]
    public void Detectors_are_of_the_catalogue_and_each_has_its_own_case() =>
        Assert.All(Detection.Detectors, detector => Assert.Equal(detector.Id, EdgeCaseCatalogue.Instance.IdOf(detector.Id)));

    [Fact]
    public void Every_edge_case_of_the_guide_has_one_detector()
    {
        Assert.Equal(53, Detection.Detectors.Select(detector => detector.Id).Distinct().Count());
        Assert.Equal(53, Detection.Detectors.Count);
    }

    [Fact]
    public void Every_name_of_older_profiles_leads_to_a_detector() => Assert.All(
        EdgeCaseCatalogue.Instance.Cases.Where(edgeCase => edgeCase.Aliases.Count > 0),
        edgeCase => Assert.Contains(edgeCase.Id, Detection.Detectors.Select(detector => detector.Id)));

    [Fact]
    public void Every_detector_is_tried_with_evidence_for_and_against() =>
        Assert.Equal(Ids.Select(row => row.Data).Order(), Cases.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_what_is_there(string id) => Assert.Equal(Sentences.All[id], Observe(id, Cases.All[id].For));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_says_the_same_in_every_country(string id)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            // Finland writes times, thousands, tenths and minus otherwise.
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fi-FI");
            Assert.Equal(Sentences.All[id], Observe(id, Cases.All[id].For));
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void A_deal_that_misses_the_lenders_minimum_is_told_as_one() => Assert.Equal(
        "a commercial deal with DSCR 1.1 misses the lender's minimum",
        Observe("commercial_property_calculations", Story.Of(InputCases.Figured(InputCases.Commercial, 12_000, false, 1.1m))));

    [Fact]
    public void The_usage_that_a_refusal_tells_of_is_read_whole() => Assert.Equal(
        new Usage(4, 5, 1, null),
        Looking.UsageIn(Story.Refused(429, "usage_limit_reached", usage: """{"used":4,"limit":5,"remaining":1}""")));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_sees_what_is_only_just_there(string id) => Assert.All(Cases.All[id].Also, evidence => Assert.NotNull(Observe(id, evidence)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_does_not_see_what_only_looks_like_it(string id) =>
        Assert.All(Cases.All[id].Against, evidence => Assert.Null(Observe(id, evidence)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_sees_nothing_in_nothing(string id) => Assert.Null(Observe(id, Story.Of()));

    private static string? Observe(string id, Simulator.EdgeCases.Evidence evidence) => Detection.Detectors.Single(detector => detector.Id == id).Observe(evidence);
}
