using System.Globalization;
using System.Net;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

/// <summary>Calls as evidence, made up for detectors; each one a second after the one before unless told otherwise.</summary>
internal static class Story
{
    public static readonly DateTimeOffset Start = new(2031, 5, 15, 12, 0, 0, TimeSpan.Zero);

    public static PropertyToAnalyze Property(string address = "1 Main St, Austin, TX 78701", decimal? price = null, string? description = null) => new(address, null, price, description);

    /// <summary>An answer; <paramref name="at"/> in seconds since the beginning.</summary>
    public static CallRecord Answered(
        string endpoint, object? value, object? request = null, int status = 200, double at = 0, int action = 1, int session = 1, double lasting = 0.1,
        DateTimeOffset? userTime = null, string? unreadable = null, string? from = "127.0.0.1")
    {
        var started = Start.AddSeconds(at);
        return new()
        {
            Identity = "tess@simulated.propiq.test",
            ActionNumber = action,
            ActionType = "test",
            Endpoint = endpoint,
            Request = request,
            Value = value,
            Status = status,
            Unreadable = unreadable,
            Exchange = new("POST", new Uri($"http://127.0.0.1{endpoint}"), [], null, (HttpStatusCode)status, [], null, started, TimeSpan.FromSeconds(lasting), null),
            UserTime = userTime ?? started,
            Session = session,
            From = from,
        };
    }

    public static CallRecord Refused(int status, string code, object? request = null, double at = 0, int action = 1, bool retryAfter = true, string? detail = null, string? usage = null, string endpoint = "/propiq/analyze")
    {
        var members = usage is null ? new Dictionary<string, JsonElement>() : new() { ["usage"] = JsonDocument.Parse(usage).RootElement };
        return Answered(endpoint, null, request, status, at, action) with
        {
            Problem = new(status, code, null, detail, members, retryAfter ? TimeSpan.FromSeconds(1) : null, "application/problem+json"),
        };
    }

    public static CallRecord Analysed(PropertyToAnalyze asked, Func<Analysis, Analysis>? change = null, double at = 0, int action = 1, int session = 1, double lasting = 0.1, DateTimeOffset? userTime = null)
    {
        var made = new Analysis(
            $"a-{at.ToString(CultureInfo.InvariantCulture)}", asked.Address, "single_family", asked.PurchasePrice, 70, "Good", "Fine.", null, "gpt-4o-mini", new(300, 600), 0.0004m,
            null, false, "full", null, Start);
        return Answered("/propiq/analyze", change?.Invoke(made) ?? made, asked, at: at, action: action, session: session, lasting: lasting, userTime: userTime);
    }

    public static CallRecord Profile(string tier = "free", Usage? usage = null, double at = 0, int action = 1, int session = 1, DateTimeOffset? userTime = null) =>
        Answered("/auth/me", new Profile("u1", "tess@simulated.propiq.test", null, null, tier, "none", null, usage), at: at, action: action, session: session, userTime: userTime);

    public static CallRecord Subscribed(string tier, double at = 0, int action = 1) => Answered("/stripe/subscription", new Subscription(tier, "active", null, false), at: at, action: action);

    public static WebhookDelivery Delivered(string type, string tier = "elite", int action = 5, bool confirmed = true, string? reason = null, int day = 15, params int[] statuses) =>
        new("tess@simulated.propiq.test", action, type, tier, 149m, reason, statuses is [] ? [200] : statuses, confirmed, new DateTimeOffset(2031, 5, day, 12, 0, 0, TimeSpan.Zero), 1);

    public static Simulator.EdgeCases.Evidence Of(params CallRecord[] calls) => new(calls, [], null);

    public static Simulator.EdgeCases.Evidence And(this Simulator.EdgeCases.Evidence evidence, params WebhookDelivery[] deliveries) => evidence with { Deliveries = deliveries };

    public static Simulator.EdgeCases.Evidence Heard(this Simulator.EdgeCases.Evidence evidence, string[]? slack = null, string[]? email = null, string[]? wandb = null) =>
        evidence with { Heard = new("tess@simulated.propiq.test", slack ?? [], email ?? [], wandb ?? []) };
}
