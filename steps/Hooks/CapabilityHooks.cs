using PropIQ.Steps.Hooks.Houses;
using PropIQ.Targets;
using Reqnroll;
using Reqnroll.UnitTestProvider;
using Xunit;

namespace PropIQ.Steps.Hooks;

/// <summary>
/// Skips what cannot be checked here, with the capability's name, before a scenario begins: its tags say what it needs. What
/// a target declares and does not have is a failure, told once.
/// </summary>
[Binding]
public sealed class CapabilityHooks(ScenarioRecord record, IUnitTestRuntimeProvider runtime)
{
    /// <summary>Before the stage is set, which may take long.</summary>
    [BeforeScenario(Order = -1)]
    public async Task LookAround()
    {
        var (missing, broken) = await SeeAsync(TestContext.Current.CancellationToken);
        if (missing.Count > 0)
        {
            Skip(missing);
        }

        foreach (var (capability, reason) in broken)
        {
            Tell($"The target declares \"{capability}\", but it does not work: {reason}", $"\"{capability}\" is declared by the target and does not work: one scenario failed and says why.");
        }
    }

    private async Task<(IReadOnlyList<string> Missing, IReadOnlyDictionary<string, string> Broken)> SeeAsync(CancellationToken cancellationToken)
    {
        try
        {
            var needs = Tags.NeedsOf(record.AllTags);
            var offered = await TheHouse.Instance.CapabilitiesAsync(cancellationToken);
            var broken = await TheHouse.Instance.BrokenAsync(cancellationToken);
            return ([.. needs.Where(need => !Capability.IsMet(need, offered))], broken.Where(each => needs.Contains(each.Key)).ToDictionary());
        }
        catch (TargetException trouble)
        {
            Tell(trouble.Message, "The target cannot be used: one scenario failed and says why.");
            throw;
        }
    }

    private void Skip(IReadOnlyList<string> missing)
    {
        record.Close(Ending.NotChecked, missing);
        runtime.TestIgnore(MissingCapabilities.Sentence(missing));
    }

    private void Tell(string trouble, string reference)
    {
        record.Close(Ending.Skipped);
        if (RunTrouble.IsToBeTold(trouble))
        {
            throw new TargetException(trouble);
        }

        runtime.TestIgnore(reference);
    }
}
