using PropIQ.Simulator.EdgeCases;
using PropIQ.Simulator.Tests.Costs;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class DetectionTests
{
    private const string Warning = "free_tier_soft_warning_4of5";
    private const string Block = "free_tier_hard_block_5of5";

    [Fact]
    public void What_was_declared_or_observed_is_found_once_and_nothing_else()
    {
        var warned = Story.Analysed(Story.Property(), made => made with { Warning = "4 of 5 free analyses used" });

        var findings = Detection.Run(Told.User([warned]), [Block, Block, "", "proved_by_features_alone", "proved_by_features_alone"]);

        Assert.Equal([Warning, Block, "proved_by_features_alone"], findings.Select(finding => finding.Id));
        Assert.Equal([(false, true), (true, false), (true, false)], findings.Select(finding => (finding.Declared, finding.Observed)));
        Assert.Equal([Sentences.All[Warning], null, null], findings.Select(finding => finding.Proof));
    }

    [Fact]
    public void What_shows_in_one_of_a_users_accounts_is_found()
    {
        var blocked = Story.Refused(429, "usage_limit_reached", usage: """{"used":5,"limit":5}""") with { Identity = "standin@simulated.propiq.test" };

        var finding = Assert.Single(Detection.Run(Told.User([Story.Profile(), blocked]), []));

        Assert.Equal((Block, true), (finding.Id, finding.Observed));
    }

    [Fact]
    public void A_detector_looks_for_what_the_guide_has()
    {
        Assert.True(Detection.CanObserve(Block));
        Assert.False(Detection.CanObserve("proved_by_features_alone"));
    }
}
