using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Analyses;

/// <summary>Several analyses at the same moment.</summary>
[Binding]
public sealed class TogetherSteps(AnalysisDriver analyses, AnalysisChecks checks, HistoryDriver history, Cast cast, Lifetime lifetime)
{
    [When("{person} submits {int} different properties at the same moment")]
    public Task SubmitsTogether(Actor person, int count) => analyses.AnalyzeTogetherAsync(person, count, lifetime.Token);

    [When("{person} submits at the same moment:")]
    public Task SubmitsThese(Actor person, DataTable properties) =>
        analyses.AnalyzeTogetherAsync(person, [.. properties.Rows.Select(row => row["address"])], lifetime.Token);

    [When("{person} submits a property on his/her {device} and another on his/her {device} at the same moment")]
    public Task SubmitsOnBoth(Actor person, string device, string other) => analyses.AnalyzeTogetherOnAsync(person, [device, other], overlapping: 1, lifetime.Token);

    [Then("exactly {int} is analysed and in his/her history")]
    [Then("exactly {int} are analysed and in his/her history")]
    public Task ExactlyAreAnalysed(int count)
    {
        analyses.ShouldHaveOverlapped(cast.InFocus);
        return history.ShouldContainAsync(cast.InFocus, checks.ExactlyShouldHaveWorked(cast.InFocus, count), lifetime.Token);
    }

    [Then("{int} is refused with {string}")]
    [Then("{int} are refused with {string}")]
    public void AreRefused(int count, string sentence) => checks.ExactlyShouldBeRefused(cast.InFocus, count, Refusals.Saying(sentence));

    [Then("{int} is refused because {reason}")]
    [Then("{int} are refused because {reason}")]
    public void AreRefusedBecause(int count, KnownRefusal reason) => checks.ExactlyShouldBeRefused(cast.InFocus, count, reason);
}
