using System.Globalization;
using System.Text;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Reports;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>Evidence as JSON: secrets masked, bodies and numbers of things bounded. Times are milliseconds since the Unix epoch.</summary>
internal static class EvidenceText
{
    private const int MostCharacters = 4_000;
    private const int MostExchanges = 40;
    private const int MostMessages = 20;

    // These say nothing of PropIQ, and masking them would cost more than all bodies together.
    private static readonly HashSet<string> DullHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Date", "Host", "Server", "Transfer-Encoding", "User-Agent",
    };

    /// <summary>Writes it all as one object.</summary>
    public static void Write(
        Utf8JsonWriter json, TargetFacts? target, string repeat, IEnumerable<Actor> people, IReadOnlyList<Exchange> exchanges, CollaboratorEvidence seen)
    {
        json.WriteStartObject();
        if (target is not null)
        {
            json.WriteStartObject("run");
            json.WriteString("target", target.Target);
            json.WriteString("url", target.Url);
            json.WriteString("build", target.Build);
            json.WriteString("seed", target.Seed);
            Names(json, "capabilities", target.Capabilities);
            Names(json, "missing", target.Missing);
            json.WriteEndObject();
        }

        json.WriteString("repeat", repeat);
        List(json, "people", people, int.MaxValue, Person);
        List(json, "exchanges", exchanges, MostExchanges, Exchange);
        List(json, "stripe", seen.Stripe, MostMessages, (writer, each) => Event(writer, each, seen.Deliveries));
        List(json, "slack", seen.Slack, MostMessages, Message);
        List(json, "emails", seen.Emails, MostMessages, Message);
        if (LeftOut(exchanges, seen) is { } words)
        {
            json.WriteString("leftOut", words);
        }

        json.WriteEndObject();
    }

    private static void Names(Utf8JsonWriter json, string name, IReadOnlyList<string> names)
    {
        json.WriteStartArray(name);
        foreach (var each in names)
        {
            json.WriteStringValue(each);
        }

        json.WriteEndArray();
    }

    private static string? LeftOut(IReadOnlyList<Exchange> exchanges, CollaboratorEvidence seen)
    {
        var requests = Math.Max(0, exchanges.Count - MostExchanges);
        var messages = new[] { seen.Stripe.Count, seen.Slack.Count, seen.Emails.Count }.Sum(count => Math.Max(0, count - MostMessages));
        return requests + messages == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"The first {requests} requests and {messages} messages are left out, to keep this small.");
    }

    // The newest things are nearest to what went wrong.
    private static void List<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, int most, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items.TakeLast(most))
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Person(Utf8JsonWriter json, Actor person)
    {
        json.WriteString("name", person.Name);
        json.WriteString("email", person.Email);
    }

    private static void Exchange(Utf8JsonWriter json, Exchange exchange)
    {
        json.WriteString("method", exchange.Method);
        json.WriteString("path", Secrets.InText(exchange.Url.PathAndQuery));
        json.WriteString("host", exchange.Url.GetLeftPart(UriPartial.Authority));
        json.WriteNumber("at", Milliseconds(exchange.StartedAt));
        json.WriteNumber("ms", Math.Round(exchange.Duration.TotalMilliseconds, 1));
        Headers(json, "requestHeaders", exchange.RequestHeaders);
        Body(json, "request", exchange.RequestBody);
        if (exchange.Status is { } status)
        {
            json.WriteNumber("status", (int)status);
        }

        Headers(json, "answerHeaders", exchange.ResponseHeaders);
        Body(json, "answer", exchange.ResponseBody);
        if (exchange.TransportError is { } error)
        {
            json.WriteString("error", Secrets.InText(error));
        }
    }

    private static void Event(Utf8JsonWriter json, StripeEvent each, IReadOnlyList<DeliveryAttempt> deliveries)
    {
        var answers = deliveries.Where(delivery => delivery.EventId == each.Id)
            .Select(delivery => delivery.Status == 0 ? "no answer" : delivery.Status.ToString(CultureInfo.InvariantCulture)).ToList();
        json.WriteString("type", each.Type);
        json.WriteString("note", answers.Count == 0 ? "not sent" : $"sent, PropIQ answered {string.Join(", ", answers)}");
        Body(json, "body", each.Json);
    }

    private static void Message(Utf8JsonWriter json, InboxMessage message)
    {
        json.WriteString("title", message.At.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture));
        json.WriteString("note", string.Create(CultureInfo.InvariantCulture, $"answered {message.Status}"));
        Body(json, "body", message.Body);
    }

    private static void Headers(Utf8JsonWriter json, string name, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        json.WriteStartArray(name);
        foreach (var (header, value) in headers.Where(header => !DullHeaders.Contains(header.Key)))
        {
            json.WriteStringValue($"{header}: {Secrets.InHeader(header, value)}");
        }

        json.WriteEndArray();
    }

    // Cut before it is masked: masking copes with cut texts, and its price must not depend on what a server sends.
    private static void Body(Utf8JsonWriter json, string name, string? body)
    {
        if (string.IsNullOrEmpty(body))
        {
            return;
        }

        var shown = body.Length <= MostCharacters
            ? Secrets.InBody(body, indented: false)
            : string.Create(CultureInfo.InvariantCulture, $"{Secrets.InText(body[..MostCharacters])}… ({body.Length:N0} characters in all)");

        // Half a character, which scenarios send on purpose, would be refused as a string; as bytes it becomes a mark.
        json.WriteString(name, Encoding.UTF8.GetBytes(shown));
    }

    private static double Milliseconds(DateTimeOffset at) => Math.Round((at - DateTimeOffset.UnixEpoch).TotalMilliseconds, 2);
}
