using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>
/// Reads what can be done with and around a target. What a file declares must be there; a file that declares nothing gets
/// what follows from its secrets and its director. Whether the plans are the contract's follows from the file in any case.
/// </summary>
internal static class CapabilitiesReader
{
    // The rate limits' 21 requests in a second, and some room.
    private const int PaceOfLimits = 25;

    public static Target Read(Section top, Target target)
    {
        var all = top.Texts("capabilities");
        if (all.Contains(Capability.PaidPlans) && !Capability.IsMet(Capability.PaidPlans, all.Except([Capability.PaidPlans]).ToHashSet()))
        {
            top.Error("capabilities", $"{Capability.PaidPlans} is declared, but none of {string.Join(", ", Capability.MeetPaidPlans)} is, by which somebody can be brought to a paid plan.");
        }

        // It follows from others, so nothing is lost without it.
        List<string> declared = [.. all.Where(name => name != Capability.PaidPlans)];
        foreach (var unknown in declared.Where(name => !Capability.All.Contains(name)))
        {
            top.Error("capabilities", $"\"{unknown}\" is no capability.{Suggestion.For(unknown, Capability.All)} There are {string.Join(", ", Capability.All)}.");
        }

        foreach (var name in declared)
        {
            if (Lacking(name, target) is { } lacking)
            {
                top.Error("capabilities", $"{name} is declared, but {lacking}.");
            }
        }

        var declares = top.Has("capabilities") || top.Keys.Contains("capabilities");
        return target with { DeclaresCapabilities = declares, Capabilities = Of(declares ? declared : AtHand(target), target) };
    }

    /// <summary>What follows from secrets, director and place.</summary>
    public static IReadOnlyList<string> AtHand(Target target) =>
        [.. Capability.All.Where(name => name is not (Capability.OwnHost or Capability.StrongHashing) && Lacking(name, target) is null)];

    /// <summary>Capabilities by name, with the one that follows from the plans.</summary>
    public static IReadOnlySet<string> Of(IEnumerable<string> names, Target target)
    {
        var set = names.ToHashSet();
        if (HasContractPlans(target))
        {
            set.Add(Capability.ContractPlans);
        }

        return set;
    }

    private static string? Lacking(string name, Target target) => name switch
    {
        _ when Capability.OfTesting.Contains(name) =>
            !target.IsHere ? "the testing interface is on loopback only (contract, section 10)"
            : target.Secrets.Testing is null ? $"no secret of the testing interface is in the environment ({TargetChoice.TestingVariable}, or the variable under secrets: testing)"
            : null,
        _ when Capability.OfDirector.Contains(name) || name == Capability.OwnHost =>
            target.Director is null ? $"no director of the mocks is named (director, or {TargetChoice.DirectorVariable})"
            : target.Secrets.Director is null ? $"no secret of the director is in the environment ({TargetChoice.DirectorSecretVariable}, or the variable under secrets: director)"
            : null,
        Capability.WebhookSecret => target.Secrets.Webhook is null ? $"no secret that signs webhooks is in the environment ({TargetChoice.WebhookVariable}, or the variable under secrets: webhook)" : null,
        Capability.TokenSecret => target.Secrets.Token is null ? $"no key that signs access tokens is in the environment ({TargetChoice.TokenVariable}, or the variable under secrets: token)" : null,
        Capability.SourceAddresses =>
            !target.IsHere ? "a PropIQ elsewhere sees one address of this machine"
            : !OperatingSystem.IsLinux() ? "only Linux has loopback addresses to choose from"
            : target.RequestsPerSecond < PaceOfLimits ? $"{target.RequestsPerSecond} requests a second are too few to meet a limit of 20"
            : null,
        Capability.StrongHashing => "only the bundled PropIQ can be had that way",
        Capability.ContractPlans => HasContractPlans(target) ? null : "the plans here have other numbers",
        _ => null,
    };

    private static bool HasContractPlans(Target target) => TargetPlan.Contract.All(contract =>
        !target.Plans.TryGetValue(contract.Key, out var plan) || plan.Or(contract.Value) with { PriceId = null } == contract.Value);
}
