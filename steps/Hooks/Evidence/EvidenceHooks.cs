using PropIQ.Drivers.Stage;
using PropIQ.Sandbox.Tweaking;
using Reqnroll;
using Reqnroll.BoDi;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>
/// Attaches to every scenario, well or badly ended, what was asked and answered and what Stripe, Slack and the mail service saw of its
/// people: the evidence behind a page that says which promises are kept.
/// </summary>
[Binding]
public sealed class EvidenceHooks(IObjectContainer container, ScenarioContext scenario, Lifetime lifetime, IReqnrollOutputHelper output)
{
    /// <summary>Asks the PropIQ under test, once a run, what it is; waits for no answer.</summary>
    [BeforeScenario(Order = 10)]
    public void MeetTheTarget() => TargetFacts.Ask(container.Resolve<PropIqUnderTest>());

    /// <summary>Attaches the evidence while the scenario's host still stands.</summary>
    [AfterScenario(Order = 10)]
    public async Task KeepTheEvidence()
    {
        if (!container.IsRegistered<PropIqUnderTest>() || RunTweaks.Warning is not null)
        {
            // The scenario never got as far as a PropIQ, or this one is changed on purpose and no page will be written of it.
            return;
        }

        try
        {
            var seen = await CollaboratorEvidence.OfAsync(container.Resolve<PropIqUnderTest>(), container.Resolve<Cast>().Everyone, lifetime.Token);
            var path = EvidenceShelf.Keep(writer => EvidenceText.Write(
                writer, TargetFacts.Known, Repetition.Command(scenario.ScenarioInfo.Title), container.Resolve<Cast>().Everyone, container.Resolve<Traffic>().Exchanges, seen));
            output.AddAttachment(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or OperationCanceledException or HttpRequestException or InvalidOperationException)
        {
            // Evidence that cannot be kept must not turn a scenario's verdict.
            output.WriteLine($"The evidence could not be kept: {error.Message}");
        }
    }
}
