using System.Globalization;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>What the refusal for a used-up allowance must tell (contract, 3.5).</summary>
public sealed class AllowanceChecks(AccountDriver accounts)
{
    /// <summary>Which plan would help; null for none, which has to be said too: silence would leave a customer looking for one.</summary>
    public void ShouldPointToUpgrade(Actor actor, PromisedPlan? to)
    {
        var problem = Refused(actor);
        Verdict.That(problem.Members.TryGetValue("upgrade_to", out var upgrade), $"{actor} should be told which plan would help, but is not");
        var offered = upgrade.ValueKind switch { JsonValueKind.Null => null, JsonValueKind.String => upgrade.GetString(), _ => upgrade.ToString() };
        Verdict.That(offered == to?.Tier, $"{actor} should be pointed to {to?.Name ?? "no plan"}, but is pointed to {offered ?? "none"}");
    }

    /// <summary>How much is used, with nothing left, and when the count starts anew, as the profile says.</summary>
    public async Task ShouldSayUsedUpAsync(Actor actor, int used, int limit, CancellationToken cancellationToken)
    {
        Verdict.That(Refused(actor).Members.TryGetValue("usage", out var usage), $"{actor} should be told how much is used, but is not");
        var told = (Used: Number(usage, "used"), Limit: Number(usage, "limit"), Remaining: Number(usage, "remaining"));
        Verdict.That(
            told == (used, limit, 0),
            $"{actor} should be told that {used} of {limit} are used and none is left, but is told {told.Used} of {told.Limit} and {told.Remaining}");
        var reset = (await accounts.ProfileAsync(actor, cancellationToken)).Usage?.ResetsAt;
        Verdict.That(Time(usage, "resets_at") == reset, $"{actor} should be told that the count starts anew at {reset:u}, but is told {Time(usage, "resets_at")?.ToString("u") ?? "nothing of it"}");
    }

    private static Problem Refused(Actor actor) => Verdict.Given(actor.Journal.LastOf<Analysis>().Problem, "a refusal");

    // 5 may come as 5.0.
    private static decimal? Number(JsonElement usage, string name) =>
        Member(usage, name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDecimal(out var number) ? number : null;

    private static DateTimeOffset? Time(JsonElement usage, string name) =>
        Member(usage, name) is { ValueKind: JsonValueKind.String } member && DateTimeOffset.TryParse(member.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static JsonElement? Member(JsonElement usage, string name) =>
        usage.ValueKind == JsonValueKind.Object && usage.TryGetProperty(name, out var member) ? member : null;
}
