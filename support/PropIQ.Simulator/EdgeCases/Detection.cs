using PropIQ.Simulator.EdgeCases.Detectors;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.EdgeCases;

/// <summary>Looks at one account's evidence for one edge case; answers in a sentence what proves it, or null.</summary>
internal sealed record Detector(string Id, Func<Evidence, string?> Observe);

/// <summary>An edge case of one user: declared by the profile, observed, or both. <c>Proof</c> is what was observed.</summary>
internal sealed record Finding(string Id, bool Declared, string? Proof)
{
    public bool Observed => Proof is not null;
}

/// <summary>Runs every detector over a user's evidence.</summary>
internal static class Detection
{
    /// <summary>One for each edge case of the guide; what else the catalogue holds is proved by the features.</summary>
    public static IReadOnlyList<Detector> Detectors { get; } =
    [
        .. AuthenticationDetectors.All,
        .. UsageDetectors.All,
        .. PaymentDetectors.All,
        .. ValidationDetectors.All,
        .. PerformanceDetectors.All,
        .. PlanDetectors.All,
        .. IntegrationDetectors.All,
    ];

    /// <summary>True when a detector looks for it.</summary>
    public static bool CanObserve(string id) => Detectors.Any(detector => detector.Id == id);

    /// <summary>What was declared or observed, in the catalogue's order.</summary>
    /// <param name="user">Whose evidence it is.</param>
    /// <param name="declared">Ids of what the parts of the profile that were played declare.</param>
    public static IReadOnlyList<Finding> Run(UserState user, IReadOnlyCollection<string> declared)
    {
        var accounts = Evidence.Of(user);
        return
        [
            .. Detectors
                .Select(detector => new Finding(
                    detector.Id,
                    declared.Contains(detector.Id),
                    accounts.Select(detector.Observe).FirstOrDefault(proof => proof is not null)))
                .Where(finding => finding.Declared || finding.Observed),
            .. declared.Distinct().Where(id => id != "" && !CanObserve(id)).Select(id => new Finding(id, Declared: true, Proof: null)),
        ];
    }
}
