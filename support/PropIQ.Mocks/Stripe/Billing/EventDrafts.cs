using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>
/// Writes an event that nothing happened for: the customer's state stays as it is, but what the event names can be
/// looked up, so that an API that believes it finds what it needs.
/// </summary>
internal sealed class EventDrafts(StripeWorld world, CheckoutBilling checkouts, Invoicing invoicing)
{
    public StripeEvent Compose(string email, string type, StripeEventChanges changes)
    {
        var ledger = world.Ledger(email);
        if (changes.RawBody is not null)
        {
            return EventComposer.RecordRaw(ledger, type, changes.RawBody, changes.Created);
        }

        var customer = world.CustomerFor(email);
        JsonObject? previous = null;
        var thing = type switch
        {
            _ when type.StartsWith("checkout.session.", StringComparison.Ordinal) => Session(email, customer, type, changes),
            _ when type.StartsWith("customer.subscription.", StringComparison.Ordinal) => Subscription(email, customer, type, changes, out previous),
            _ when type.StartsWith("invoice.", StringComparison.Ordinal) => Invoice(email, customer, type, changes),
            _ => customer.ToJson(),
        };
        if (changes.CustomerId is not null)
        {
            thing[thing["object"]?.GetValue<string>() == "customer" ? "id" : "customer"] = changes.CustomerId;
            if (thing.ContainsKey("customer_email"))
            {
                // Another customer has another address: nothing may lead back to this one.
                thing["customer_email"] = null;
            }
        }

        if (changes.BilledTo is not null && thing["object"]?.GetValue<string>() == "invoice")
        {
            thing["customer_email"] = changes.BilledTo;
        }

        return EventComposer.Record(ledger, type, thing, previous: previous, created: changes.Created);
    }

    private JsonObject Session(string email, Customer customer, string type, StripeEventChanges changes)
    {
        var now = world.Now(customer);
        var sessions = world.Sessions(email).Where(known => changes.Tier is null || known.Price.Tier == changes.Tier).ToList();
        var session = sessions.Find(known => changes.SubscriptionId is { } named && known.SubscriptionId == named)
            ?? sessions.FindLast(known => known.IsOpenAt(now)) ?? sessions.LastOrDefault() ?? NewSession(customer, changes.Tier ?? "starter", now);
        var subscriptionId = changes.SubscriptionId ?? checkouts.Draft(session).Id;
        var json = session.ToJson();
        var completed = type != "checkout.session.expired";
        json["customer"] = customer.Id;
        json["status"] = completed ? "complete" : "expired";
        json["payment_status"] = changes.PaymentStatus ?? (completed ? "paid" : "unpaid");
        json["subscription"] = completed ? subscriptionId : null;
        json["invoice"] = completed ? session.InvoiceId : null;
        json["url"] = null;
        return json;
    }

    private JsonObject Subscription(string email, Customer customer, string type, StripeEventChanges changes, out JsonObject? previous)
    {
        var subscription = Known(email, changes) ?? checkouts.Draft(NewSession(customer, changes.Tier ?? "starter", world.Now(customer)));
        var before = subscription.ToJson();
        var json = subscription.ToJson();
        json["id"] = changes.SubscriptionId ?? subscription.Id;
        var item = json["items"]!["data"]![0]!;
        if (changes.Tier is not null)
        {
            item["price"] = world.PriceOf(changes.Tier).ToJson();
        }

        if (changes.PeriodStart is { } start)
        {
            item["current_period_start"] = StripeJson.Unix(start);
            item["current_period_end"] = StripeJson.Unix(start.AddMonths(1));
        }

        if (type == "customer.subscription.deleted")
        {
            var at = StripeJson.Unix(changes.Created ?? world.Now(customer));
            (json["status"], json["canceled_at"], json["ended_at"]) = ("canceled", at, at);
        }

        previous = type == "customer.subscription.updated" ? StripeJson.Previous(before, json) : null;
        return json;
    }

    private JsonObject Invoice(string email, Customer customer, string type, StripeEventChanges changes)
    {
        var failed = type == "invoice.payment_failed";
        var decline = failed ? Decline.For(changes.DeclineCode ?? "generic_decline") : null;
        if (Known(email, changes) is not { } subscription)
        {
            var loose = invoicing.IssueManual(customer, world.PriceOf(changes.Tier ?? "starter").Cents);
            return Attempted(loose, decline, customer, changes.SubscriptionId);
        }

        var start = CustomerClock.Whole(changes.PeriodStart ?? subscription.PeriodEnd);
        var end = changes.PeriodStart is null ? BillingMonths.Next(subscription.Anchor, start) : start.AddMonths(1);
        var (latest, balance) = (subscription.LatestInvoiceId, customer.Balance);
        var cents = changes.Tier is null ? (long?)null : world.PriceOf(changes.Tier).Cents;
        var lines = Invoicing.WholePeriod(subscription, start, end, cents);
        if (changes.Tier is not null)
        {
            lines = [lines[0] with { Price = world.PriceOf(changes.Tier) }];
        }

        var made = invoicing.Issue(subscription, changes.BillingReason ?? "subscription_cycle", lines, subscription.PeriodStart, subscription.PeriodEnd);
        (subscription.LatestInvoiceId, customer.Balance) = (latest, balance);
        return Attempted(made, decline, customer, changes.SubscriptionId);
    }

    private JsonObject Attempted(Invoice invoice, Decline? decline, Customer customer, string? subscriptionId)
    {
        var delinquent = customer.Delinquent;
        invoicing.Attempt(invoice, decline);
        customer.Delinquent = delinquent;
        var json = invoice.ToJson(reveal: true);
        if (decline is not null)
        {
            // A draft is never collected: a later renewal must not find it owing.
            invoice.Status = "void";
        }

        return subscriptionId is null ? json : Naming(json, invoice, subscriptionId);
    }

    private static JsonObject Naming(JsonObject json, Invoice invoice, string subscriptionId)
    {
        json["parent"] = new JsonObject
        {
            ["quote_details"] = null,
            ["subscription_details"] = new JsonObject
            {
                ["metadata"] = StripeJson.Map(invoice.SubscriptionMetadata),
                ["subscription"] = subscriptionId,
            },
            ["type"] = "subscription_details",
        };
        return json;
    }

    // The named subscription, or the running one, or the last there was.
    private Subscription? Known(string email, StripeEventChanges changes) =>
        world.Find<Subscription>(changes.SubscriptionId)
        ?? world.Current(email)
        ?? world.Customers(email).SelectMany(world.Subscriptions).LastOrDefault(known => known.Status != "incomplete");

    private CheckoutSession NewSession(Customer customer, string tier, DateTimeOffset now)
    {
        var price = world.PriceOf(tier);
        var id = StripeIds.CheckoutSession();
        return world.Add(new CheckoutSession(id, now, price)
        {
            AmountTotal = price.Cents,
            CustomerId = customer.Id,
            Url = new Uri(world.Options.CheckoutPages, id).AbsoluteUri,
            ExpiresAt = now.AddHours(24),
        });
    }
}
