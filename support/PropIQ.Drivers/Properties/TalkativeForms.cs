using System.Text.Json;
using System.Text.Json.Nodes;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Properties;

/// <summary>Requests that say more than PropIQ asks for, as newer and older apps do: what is not known is passed over (contract, preamble).</summary>
public sealed class TalkativeForms(PropIqUnderTest propIq, Asking asking)
{
    private readonly List<(Attempt<RawText> Attempt, string Gives)> sent = [];

    /// <summary>Logs in, renews, calculates, asks support and compares the two newest analyses, each time with members that nobody knows.</summary>
    public async Task SendAsync(Actor actor, CancellationToken cancellationToken)
    {
        JsonId?[] ids = [.. actor.Journal.Of<Analysis>().TakeLast(2).Select(attempt => attempt.ShouldSucceed().AnalysisId)];
        sent.Clear();
        await SendAsync(actor, "log in", "access_token", "/auth/login", null, new { email = actor.Email, password = actor.Password }, cancellationToken);
        await SendAsync(actor, "calculate a deal", "monthly_payment", "/propiq/calculator", null, new { purchase_price = 300_000, down_payment_percent = 20, interest_rate = 6, monthly_rent = 2_500 }, cancellationToken);
        await SendAsync(actor, "ask support", "response", "/support/chat", actor.Token, new { message = "Do you know me?" }, cancellationToken);
        await SendAsync(actor, "compare properties", "ranking", "/propiq/compare", actor.Token, new { property_ids = ids }, cancellationToken);
        await SendAsync(actor, "renew the session", "access_token", "/auth/refresh", null, new { refresh_token = actor.Device.Session?.RefreshToken }, cancellationToken);
    }

    /// <summary>Each of them was taken.</summary>
    public void EachShouldBeTaken(Actor actor)
    {
        Verdict.That(sent.Count > 0, $"{actor} sent nothing");
        foreach (var (attempt, gives) in sent)
        {
            Verdict.That(
                IsIn(attempt.Answer.Value?.Text, gives),
                $"{actor} should be able to {attempt.What}, whatever else the form says, but {(attempt.Succeeded ? "PropIQ's answer says nothing of it" : attempt.Outcome)}");
        }
    }

    // True when the answer has something to say there: no blank, nought or empty list.
    private bool IsIn(string? answer, string gives)
    {
        try
        {
            return propIq.Wire.FromWire(JsonNode.Parse(answer ?? "")) is JsonObject members && members[gives] switch
            {
                JsonArray list => list.Count > 0,
                JsonValue text when text.TryGetValue<string>(out var words) => words.Length > 0,
                JsonValue number when number.TryGetValue<decimal>(out var amount) => amount != 0,
                _ => false,
            };
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private async Task SendAsync(Actor actor, string what, string gives, string path, string? token, object form, CancellationToken cancellationToken)
    {
        var members = JsonSerializer.SerializeToNode(form)!.AsObject();
        members["newsletter"] = true;
        members["app"] = new JsonObject { ["version"] = "7.1", ["colours"] = new JsonArray("green", null) };
        var body = propIq.Wire.ToWire(members)!.ToJsonString();
        sent.Add((await asking.TryAsync(actor, what, client => client.SendRawAsync("POST", path, token, body, cancellationToken), cancellationToken), gives));
    }
}
