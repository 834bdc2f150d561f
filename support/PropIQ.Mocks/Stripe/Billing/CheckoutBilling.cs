using PropIQ.Mocks.Stripe.Clock;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>The hosted checkout page: the customer pays, fails to, is asked for authentication, or lets it run out.</summary>
internal sealed class CheckoutBilling(StripeWorld world, Invoicing invoicing)
{
    /// <summary>Tries a card. Declined, the session stays open for another one.</summary>
    public Happening Pay(string sessionId, TestCard card)
    {
        var session = Open(sessionId);
        return card.Behaviour == CardBehaviour.AsksForAuthentication ? AskForAuthentication(session) : Try(session, card, card.Charge(atCheckout: true, setUp: false));
    }

    /// <summary>The customer passes, or fails, the authentication that a card asked for.</summary>
    public Happening Authenticate(string sessionId, bool passes)
    {
        var session = Open(sessionId);
        if (world.Find<Invoice>(session.InvoiceId)?.Payment?.Status != "requires_action")
        {
            throw new InvalidOperationException($"Checkout session '{sessionId}' is not waiting for an authentication.");
        }

        return Try(session, TestCard.Numbered("4000002500003155"), passes ? null : Decline.For("payment_intent_authentication_failure"));
    }

    /// <summary>The session completes, the money is still to come.</summary>
    public Happening CompleteUnpaid(string sessionId)
    {
        var session = Open(sessionId);
        var ledger = world.Ledger(CustomerOf(session));
        var subscription = Draft(session);
        (session.Status, session.PaymentStatus) = ("complete", "unpaid");
        return new Happening(ledger.Email,
        [
            EventComposer.Record(ledger, "checkout.session.completed", session.ToJson()),
            EventComposer.Record(ledger, "customer.subscription.created", subscription.ToJson()),
        ]);
    }

    /// <summary>The session runs out, and a subscription that never got its first payment with it.</summary>
    public Happening Expire(string sessionId, Cause? cause = null)
    {
        var session = Open(sessionId);
        session.Status = "expired";
        if (world.Find<Subscription>(session.SubscriptionId) is { Status: "incomplete" } subscription)
        {
            subscription.Status = "incomplete_expired";
        }

        var ledger = world.Ledger(world.EmailOf(session));
        return new Happening(ledger.Email, [EventComposer.Record(ledger, "checkout.session.expired", session.ToJson(), cause)]);
    }

    /// <summary>The subscription and first invoice that a session's first attempt makes; later attempts find them there.</summary>
    public Subscription Draft(CheckoutSession session)
    {
        if (world.Find<Subscription>(session.SubscriptionId) is { } known)
        {
            return known;
        }

        var customer = CustomerOf(session);
        var now = world.Now(customer);
        var subscription = world.Add(new Subscription(StripeIds.Subscription(), now, customer.Id)
        {
            PeriodStart = now,
            PeriodEnd = BillingMonths.Next(now, now),
            Anchor = now,
        });
        subscription.Items.Add(new SubscriptionItem(StripeIds.SubscriptionItem(), now, session.Price, session.Quantity));
        foreach (var (key, value) in session.SubscriptionMetadata)
        {
            subscription.Metadata[key] = value;
        }

        var lines = Invoicing.WholePeriod(subscription, subscription.PeriodStart, subscription.PeriodEnd, session.AmountTotal);
        session.InvoiceId = invoicing.Issue(subscription, "subscription_create", lines, now, now).Id;
        session.SubscriptionId = subscription.Id;
        return subscription;
    }

    private Happening Try(CheckoutSession session, TestCard card, Decline? decline)
    {
        var subscription = Draft(session);
        var invoice = world.Get<Invoice>(session.InvoiceId!);
        invoicing.Attempt(invoice, decline);
        return decline is null ? Succeed(session, subscription, invoice, card) : Fail(invoice, decline);
    }

    private Happening Succeed(CheckoutSession session, Subscription subscription, Invoice invoice, TestCard card)
    {
        var customer = world.Get<Customer>(subscription.CustomerId);
        var ledger = world.Ledger(customer);
        customer.Card = new CardOnFile(StripeIds.PaymentMethod(), card, SetUp: true);
        subscription.Status = "active";
        subscription.DefaultPaymentMethod = customer.Card.Id;
        (session.Status, session.PaymentStatus) = ("complete", "paid");
        return new Happening(ledger.Email,
        [
            EventComposer.Record(ledger, "checkout.session.completed", session.ToJson()),
            EventComposer.Record(ledger, "customer.subscription.created", subscription.ToJson()),
            EventComposer.Record(ledger, "invoice.payment_succeeded", invoice.ToJson(reveal: true)),
        ],
        Cents: invoice.AmountDue, Paid: true);
    }

    private Happening Fail(Invoice invoice, Decline decline)
    {
        var ledger = world.Ledger(world.Get<Customer>(invoice.CustomerId));
        return new Happening(ledger.Email,
        [
            EventComposer.Record(ledger, "payment_intent.payment_failed", invoice.Payment!.ToJson()),
            EventComposer.Record(ledger, "invoice.payment_failed", invoice.ToJson(reveal: true)),
        ],
        decline, invoice.AmountDue);
    }

    private Happening AskForAuthentication(CheckoutSession session)
    {
        Draft(session);
        var invoice = world.Get<Invoice>(session.InvoiceId!);
        var customer = world.Get<Customer>(invoice.CustomerId);
        invoice.Payment ??= world.Add(new PaymentIntent(StripeIds.PaymentIntent(), world.Now(customer), customer.Id, invoice.AmountDue));
        (invoice.Payment.Status, invoice.Payment.LastError) = ("requires_action", null);
        var ledger = world.Ledger(customer);
        return new Happening(
            ledger.Email,
            [EventComposer.Record(ledger, "invoice.payment_action_required", invoice.ToJson(reveal: true))],
            Decline.For("authentication_required"),
            invoice.AmountDue);
    }

    private CheckoutSession Open(string sessionId)
    {
        var session = world.Find<CheckoutSession>(sessionId) ?? throw new ArgumentException($"There is no checkout session '{sessionId}'.", nameof(sessionId));
        var now = world.Ledger(world.EmailOf(session)).Clock.Now;
        return session.IsOpenAt(now) ? session
            : throw new InvalidOperationException($"Checkout session '{sessionId}' is {(session.Status == "open" ? "expired" : session.Status)}, not open.");
    }

    // A session opened with an e-mail alone gets its customer when the page is submitted.
    private Customer CustomerOf(CheckoutSession session)
    {
        if (world.Find<Customer>(session.CustomerId) is { } known)
        {
            return known;
        }

        var email = session.CustomerEmail;
        var customer = world.Add(new Customer(StripeIds.Customer(), world.Ledger(world.EmailOf(session)).Clock.Now) { Email = email });
        session.CustomerId = customer.Id;
        return customer;
    }
}
