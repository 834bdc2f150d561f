using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Events;

/// <summary>The request that an event comes of; events that nobody asked for have neither.</summary>
internal sealed record Cause(string? RequestId, string? IdempotencyKey)
{
    public static Cause None { get; } = new(null, null);
}

/// <summary>Writes events around objects and enters them in the customer's ledger.</summary>
internal static class EventComposer
{
    public static StripeEvent Record(CustomerLedger ledger, string type, JsonObject thing, Cause? cause = null, JsonObject? previous = null, DateTimeOffset? created = null)
    {
        var id = StripeIds.Event();
        var at = Clock.CustomerClock.Whole(created ?? ledger.Clock.Now);
        var data = new JsonObject { ["object"] = thing };
        if (previous is not null)
        {
            data["previous_attributes"] = previous;
        }

        var json = new JsonObject
        {
            ["id"] = id,
            ["object"] = "event",
            ["api_version"] = StripeJson.ApiVersion,
            ["created"] = StripeJson.Unix(at),
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = 1,
            ["request"] = new JsonObject { ["id"] = cause?.RequestId, ["idempotency_key"] = cause?.IdempotencyKey },
            ["type"] = type,
        };
        return Keep(ledger, new StripeEvent(id, type, at, StripeJson.Write(json)));
    }

    /// <summary>Enters a body that is no event of Stripe's, under an id of its own.</summary>
    public static StripeEvent RecordRaw(CustomerLedger ledger, string type, string body, DateTimeOffset? created) =>
        Keep(ledger, new StripeEvent(StripeIds.Event(), type, created ?? ledger.Clock.Now, body));

    private static StripeEvent Keep(CustomerLedger ledger, StripeEvent made)
    {
        ledger.Events.Add(made);
        return made;
    }
}
