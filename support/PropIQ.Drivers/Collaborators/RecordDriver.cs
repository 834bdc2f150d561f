using System.Globalization;
using System.Text.Json;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Collaborators;

/// <summary>The records of analyses at Weights &amp; Biases (contract, 8.5).</summary>
public sealed class RecordDriver(InboxDriver inbox, AnalysisDriver analyses)
{
    // What a PropIQ that reckons in binary fractions may be off.
    private const decimal FloatNoise = 1e-14m;

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> Members = new()
    {
        ["plan"] = "user_tier",
        ["address"] = "property_address",
        ["cost"] = "analysis_cost",
        ["tokens"] = "tokens_used",
        ["score"] = "deal_score",
    };

    /// <summary>Weights &amp; Biases takes nothing about an address.</summary>
    public Task RejectAsync(string address, Rejection rejection, CancellationToken cancellationToken) =>
        inbox.RejectAsync(Surrounding.Wandb, address, rejection, cancellationToken);

    /// <summary>Weights &amp; Biases leaves PropIQ waiting with whatever is about an address.</summary>
    public Task StallAsync(string address, CancellationToken cancellationToken) => inbox.StallAsync(Surrounding.Wandb, address, Stall, cancellationToken);

    /// <summary>Weights &amp; Biases is well again.</summary>
    public Task HealAsync(string address, CancellationToken cancellationToken) => inbox.HealAsync(Surrounding.Wandb, address, cancellationToken);

    /// <summary>There is exactly one record of an address, with these facts and some session.</summary>
    public async Task ShouldHoldAsync(Actor actor, IReadOnlyDictionary<string, string> facts, CancellationToken cancellationToken)
    {
        var record = await OneAsync(actor, facts["address"], cancellationToken);
        foreach (var (fact, expected) in facts)
        {
            var member = Members[fact];
            Verdict.That(record.TryGetProperty(member, out var value), $"the record should tell the {fact}, but does not");
            Verdict.That(Same(value, expected), $"the record's {fact} should be {expected}, but is {value}");
        }

        Verdict.That(Session(record).Length > 0, "the record should tell the session, but does not");
    }

    /// <summary>There is exactly one record of the property that was asked about last.</summary>
    public Task ShouldHoldOneAsync(Actor actor, CancellationToken cancellationToken) => OneAsync(actor, Asked(actor), cancellationToken);

    /// <summary>There are as many records of an address as these, each telling the plan on which it was analysed.</summary>
    public async Task ShouldTellPlansAsync(Actor actor, string address, IReadOnlyCollection<string> tiers, CancellationToken cancellationToken)
    {
        var records = await inbox.WandbRecordsAsync(actor, address, tiers.Count, cancellationToken);
        var told = records.Select(record => Facts(record, address).TryGetProperty(Members["plan"], out var plan) ? plan.ToString() : "no plan").Order(StringComparer.Ordinal).ToList();
        var made = tiers.Order(StringComparer.Ordinal).ToList();
        Verdict.That(told.SequenceEqual(made), $"Weights & Biases should have records of {address} on {string.Join(", ", made)}, but has {(told.Count == 0 ? "none" : string.Join(", ", told))}");
    }

    /// <summary>There is no record of the property that was asked about last.</summary>
    public async Task ShouldHoldNoneAsync(Actor actor, CancellationToken cancellationToken)
    {
        var records = await inbox.WandbRecordsAsync(actor, Asked(actor), 0, cancellationToken);
        Verdict.That(records.Count == 0, $"Weights & Biases should have no record of {Asked(actor)}, but has {records.Count}");
    }

    /// <summary>The records of these addresses belong to one session, or each to another.</summary>
    public async Task SessionsShouldBeAsync(Actor actor, IReadOnlyList<string> addresses, int different, CancellationToken cancellationToken)
    {
        List<string> sessions = [];
        foreach (var address in addresses)
        {
            sessions.Add(Session(await OneAsync(actor, address, cancellationToken)));
        }

        Verdict.That(
            sessions.Distinct().Count() == different,
            $"the {addresses.Count} records should be of {different} sessions, but are of {sessions.Distinct().Count()}");
    }

    private static bool Same(JsonElement value, string expected) => value.ValueKind == JsonValueKind.Number
        ? value.TryGetDecimal(out var number) && Math.Abs(number - decimal.Parse(expected.Replace("$", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)) < FloatNoise
        : value.ValueKind == JsonValueKind.String && value.GetString() == expected;

    private static string Session(JsonElement record) => record.TryGetProperty("session_id", out var session) ? session.ToString() : "";

    private static JsonElement Facts(string record, string address)
    {
        var facts = JsonElement.Parse(record);
        Verdict.That(facts.ValueKind == JsonValueKind.Object, $"the record of {address} should be facts with names, but is {record}");
        return facts;
    }

    private string Asked(Actor actor) => analyses.AskedBy(actor).Address ?? "";

    private async Task<JsonElement> OneAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        var records = await inbox.WandbRecordsAsync(actor, address, 1, cancellationToken);
        Verdict.That(records.Count == 1, $"Weights & Biases should have one record of {address}, but has {records.Count}");
        return Facts(records[0], address);
    }
}
