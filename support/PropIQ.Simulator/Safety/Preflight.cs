using PropIQ.Client;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Safety;

/// <summary>What a person has seen to where the simulator cannot measure it: each check by its name, and who says so.</summary>
internal sealed record Acknowledgements(IReadOnlyList<string> Checks, string? By)
{
    public static readonly Acknowledgements None = new([], null);
}

/// <summary>What is asked of a run before it begins.</summary>
internal sealed record PreflightOrder(SimulationProfile Profile, SimulationTarget Target, IReadOnlyList<string> Domains, decimal? Budget, string? Database, decimal DatabaseLimitMegabytes, Acknowledgements Acknowledged)
{
    /// <summary>What the run may cost, in dollars; the profile's sessions, each once, unless it is something else that is run.</summary>
    public decimal Projected { get; init; } = Projection.Of(Profile);
}

/// <summary>The guide's checklist for a run against a deployment: measured where it can be, else acknowledged by name.</summary>
internal static class Preflight
{
    public const string Passed = "passed";
    public const string Failed = "failed";
    public const string Acknowledged = "acknowledged";

    /// <summary>Where simulated users live.</summary>
    public const string OwnDomain = "simulated.propiq.test";

    /// <summary>The checks that concern every target, this machine's too.</summary>
    public static IReadOnlyList<PreflightEntry> Always(SimulationProfile profile, IReadOnlyList<string> domains, decimal? budget) =>
        [Users(profile, domains), StripeMode(profile), .. budget is null ? Array.Empty<PreflightEntry>() : [Budget(Projection.Of(profile), budget)]];

    /// <summary>All checks.</summary>
    public static async Task<IReadOnlyList<PreflightEntry>> AllAsync(PreflightOrder order, CancellationToken cancellation) =>
    [
        Users(order.Profile, order.Domains),
        StripeMode(order.Profile),
        Budget(order.Projected, order.Budget),
        await HealthAsync(order.Target, cancellation),
        await DatabaseChecks.RoomAsync(order, cancellation),
        Asked("openai-quota", "the Azure OpenAI quota covers the run", order),
        Asked("alerts", "monitoring alerts (Slack, e-mail) are set up", order),
        Asked("rollback-plan", "there is a plan for webhooks that fail", order),
        Asked("team-told", "the team knows of the run", order),
        await CleanupAsync(order, cancellation),
    ];

    /// <summary>True when no check failed.</summary>
    public static bool Good(IReadOnlyList<PreflightEntry> entries) => entries.All(entry => entry.Outcome != Failed);

    /// <summary>A check that only a person can answer.</summary>
    public static PreflightEntry Asked(string check, string what, PreflightOrder order, string? unmeasured = null) =>
        order.Acknowledged is { By: { Length: > 0 } by } given && given.Checks.Contains(check, StringComparer.OrdinalIgnoreCase)
            ? new(check, Acknowledged, $"{by} says that {what}.")
            : new(check, Failed, $"{(unmeasured is null ? "" : $"{unmeasured} ")}Nobody has said that {what}: --acknowledge {check} --by NAME.");

    private static PreflightEntry Users(SimulationProfile profile, IReadOnlyList<string> domains)
    {
        string[] allowed = [OwnDomain, .. domains];
        var strangers = profile.Users.Where(user => !allowed.Contains(user.Email[(user.Email.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase)).Select(user => user.Email).ToList();
        return strangers.Count == 0
            ? new("users", Passed, $"All {profile.Users.Count} users are on {string.Join(" or ", allowed)}.")
            : new("users", Failed, $"{string.Join(", ", strangers.Take(3))}{(strangers.Count > 3 ? " …" : "")} may be real people: simulated users are on {string.Join(" or ", allowed)} (--allow-domain DOMAIN).");
    }

    private static PreflightEntry StripeMode(SimulationProfile profile) =>
        LiveKeys.Find(profile) is { } where
            ? new("stripe-test-mode", Failed, $"A live Stripe key is in {where}. Nothing is run beside a live key.")
            : new("stripe-test-mode", Passed, "No live Stripe key is in the environment or the profile; a checkout in live mode would end the run.");

    private static PreflightEntry Budget(decimal projected, decimal? budget) =>
        budget is not { } most ? new("budget", Failed, $"The projected cost is {Money.Dollars(projected)}: say what may be spent (--budget).")
            : projected <= most ? new("budget", Passed, $"The projected cost, {Money.Dollars(projected)}, is within {Money.Dollars(most)}.")
            : new("budget", Failed, $"The projected cost, {Money.Dollars(projected)}, passes {Money.Dollars(most)}.");

    private static async Task<PreflightEntry> HealthAsync(SimulationTarget target, CancellationToken cancellation)
    {
        using var client = new PropIqClient(target.Reach());
        var health = await client.GetHealthAsync(cancellation);
        return health is { Succeeded: true, Value.Status: "healthy" or "ok" or "up" }
            ? new("health", Passed, $"{target.Url.GetLeftPart(UriPartial.Authority)} is {health.Value.Status}.")
            : new("health", Failed, health.Succeeded ? $"The target says that it is {health.Value.Status ?? "nothing"}." : health.Unreadable ?? $"The target's health answers {health.Status}.");
    }

    private static async Task<PreflightEntry> CleanupAsync(PreflightOrder order, CancellationToken cancellation)
    {
        if (order.Target.TestingSecret is { } secret)
        {
            using var testing = new TestingClient(order.Target.Reach() with { TestingSecret = secret });

            // Removing the users of a run that never was shows whether removing works.
            var answer = await testing.RemoveUsersAsync($"preflight-{Guid.NewGuid():N}", null, cancellation);
            if (answer is { Succeeded: true, Value.Users: 0 })
            {
                return new("cleanup", Passed, "The testing interface removes simulated users.");
            }
        }

        return await DatabaseChecks.CleanupAsync(order, cancellation);
    }
}
