using System.Text;
using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

/// <summary>Events as Stripe writes them, in this API version and in earlier ones.</summary>
public sealed class HappeningReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"type":"invoice.payment_failed"}""")]
    [InlineData("""{"id":"evt_1"}""")]
    [InlineData("""{"id":7,"type":"x"}""")]
    [InlineData("""{"id":"","type":"x"}""")]
    [InlineData("""{"id":"\ud800","type":"x"}""")]
    public void What_has_no_id_and_type_is_no_event(string body) => Event(body).Should().BeNull();

    [Theory]
    [InlineData("customer.created", """{"id":"cus_1"}""")]
    [InlineData("customer.subscription.created", """{"id":"sub_1"}""")]
    [InlineData("invoice.paid", """{"id":"in_1"}""")]
    [InlineData("customer.subscription.updated", "{}")]
    [InlineData("customer.subscription.deleted", "7")]
    public void Other_types_and_empty_objects_tell_nothing(string type, string json) => Read<StripeHappening>(type, json).Should().BeNull();

    [Fact]
    public void An_event_tells_when_it_was_made() =>
        Read<CheckoutCompleted>("checkout.session.completed", "{}")!.Created.Should().Be(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000));

    [Fact]
    public void A_checkout_session_is_read()
    {
        var session = Read<CheckoutCompleted>("checkout.session.completed",
            """
            {"id":"cs_1","mode":"subscription","status":"complete","payment_status":"paid","customer":"cus_1","customer_email":null,
             "customer_details":{"email":"a@b.test"},"client_reference_id":"u1","subscription":{"id":"sub_1"},"metadata":{"tier":"pro","user_id":"u1"}}
            """)!.Session;

        session.Should().Be(new StripeCheckoutSession("cs_1", "subscription", "complete", "paid", "cus_1", "a@b.test", "u1", "sub_1", "pro", "u1"));
    }

    [Theory]
    [InlineData("""{"id":"sub_1","customer":"cus_1","status":"active","cancel_at_period_end":true,"items":{"data":[{"id":"si_1","price":{"id":"price_pro"},"current_period_start":1700000000,"current_period_end":1702592000}]}}""")]
    [InlineData("""{"id":"sub_1","customer":{"id":"cus_1"},"status":"active","cancel_at_period_end":true,"current_period_start":1700000000,"current_period_end":1702592000,"items":{"data":[{"id":"si_1","price":{"id":"price_pro"}}]}}""")]
    public void A_subscription_is_read_in_both_versions(string json)
    {
        var told = Read<SubscriptionUpdated>("customer.subscription.updated", json)!.Subscription;

        told.Should().Be(new StripeSubscription(
            "sub_1", "cus_1", SubscriptionStatus.Active, "si_1", "price_pro", At(1_700_000_000), At(1_702_592_000), true, null, null));
    }

    [Theory]
    [InlineData("""{"subscription":"sub_1"}""")]
    [InlineData("""{"parent":{"subscription_details":{"subscription":"sub_1"}}}""")]
    public void An_invoices_subscription_is_found_in_both_versions(string json) =>
        Read<InvoicePaid>("invoice.payment_succeeded", json)!.SubscriptionId.Should().Be("sub_1");

    [Fact]
    public void An_invoices_period_is_the_one_that_reaches_furthest()
    {
        var invoice = Read<InvoicePaid>("invoice.payment_succeeded",
            """
            {"billing_reason":"subscription_cycle","amount_paid":9900,"period_start":1,"period_end":2,"lines":{"data":[
              {"period":{"start":1699000000,"end":1700000000}},{"period":{"start":1700000000,"end":1702592000}},{"period":null}]}}
            """)!.Invoice;

        invoice.PeriodStart.Should().Be(At(1_700_000_000));
        invoice.PeriodEnd.Should().Be(At(1_702_592_000));
        invoice.AmountPaid.Should().Be(9_900);
    }

    [Theory]
    [InlineData("""{"last_payment_error":{"code":"card_declined","decline_code":"insufficient_funds","message":"No."}}""", "insufficient_funds", "No.")]
    [InlineData("""{"payment_intent":{"last_payment_error":{"decline_code":"lost_card"}}}""", "lost_card", null)]
    [InlineData("""{"payment_intent":"pi_1","charge":{"failure_code":"card_declined","failure_message":"No."}}""", "card_declined", "No.")]
    [InlineData("""{"payments":{"data":[{"payment":{"payment_intent":{"last_payment_error":{"code":"expired_card"}}}}]}}""", "expired_card", null)]
    [InlineData("""{"metadata":{"failure_reason":"do_not_honor"}}""", "do_not_honor", null)]
    [InlineData("""{"last_payment_error":{"decline_code":"a"},"charge":{"failure_code":"b"},"metadata":{"failure_reason":"c"}}""", "a", null)]
    [InlineData("{}", null, null)]
    public void The_reason_for_a_failure_is_found_where_it_is(string json, string? code, string? message)
    {
        var invoice = Read<InvoiceFailed>("invoice.payment_failed", json)!.Invoice;

        (invoice.FailureCode, invoice.FailureMessage).Should().Be((code, message));
    }

    private static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);

    private static StripeEvent? Event(string body) => StripeEvent.Read(Encoding.UTF8.GetBytes(body));

    private static T? Read<T>(string type, string json)
        where T : StripeHappening
    {
        var stripeEvent = Event($$$"""{"id":"evt_1","type":"{{{type}}}","created":1700000000,"data":{"object":{{{json}}}}}""");
        return (T?)new HappeningReader(TimeProvider.System).Read(stripeEvent!);
    }
}
