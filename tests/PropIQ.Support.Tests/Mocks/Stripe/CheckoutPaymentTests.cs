using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>The hosted checkout page, by what is done there.</summary>
public sealed class CheckoutPaymentTests
{
    private static readonly string[] FirstPayment = ["checkout.session.completed", "customer.subscription.created", "invoice.payment_succeeded"];

    [Fact]
    public async Task A_good_card_starts_the_subscription()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync("pro");

        var outcome = await rig.PayAsync(session);

        outcome.Should().BeEquivalentTo(new { Succeeded = true, DeclineCode = (string?)null, AmountUsd = 99m });
        outcome.EventIds.Should().Equal(rig.Webhook.Arrivals.Select(arrival => arrival.Json.GetProperty("id").GetString()));
        var customer = (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!;
        customer.Subscriptions.Single().Should().BeEquivalentTo(new { Tier = "pro", Status = "active", CurrentPeriodStart = StripeRig.Start, CancelAtPeriodEnd = false });
        customer.Checkouts.Single().Should().BeEquivalentTo(new { Id = session, Tier = "pro", Status = "complete", PaymentStatus = "paid", AmountUsd = 99m });
    }

    [Fact]
    public async Task The_news_of_a_first_payment_hang_together()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.PayAsync(await rig.SessionAsync());
        var subscription = await rig.SubscriptionAsync();

        rig.Webhook.Types.Should().Equal(FirstPayment);
        var (session, created, invoice) = (rig.Webhook.Arrivals[0].Object, rig.Webhook.Arrivals[1].Object, rig.Webhook.Arrivals[2].Object);
        session.GetProperty("status").GetString().Should().Be("complete");
        session.GetProperty("payment_status").GetString().Should().Be("paid");
        session.GetProperty("subscription").GetString().Should().Be(subscription.Id);
        session.GetProperty("client_reference_id").GetString().Should().Be("user-1");
        created.GetProperty("id").GetString().Should().Be(subscription.Id);
        created.GetProperty("status").GetString().Should().Be("active");
        created.GetProperty("metadata").GetProperty("user").GetString().Should().Be("user-1");
        invoice.GetProperty("id").GetString().Should().Be(created.GetProperty("latest_invoice").GetString());
        invoice.GetProperty("billing_reason").GetString().Should().Be("subscription_create");
        invoice.GetProperty("parent").GetProperty("subscription_details").GetProperty("subscription").GetString().Should().Be(subscription.Id);
        (invoice.GetProperty("status").GetString(), invoice.GetProperty("amount_paid").GetInt64()).Should().Be(("paid", 6_900L));
    }

    [Theory]
    [InlineData(Delivery.InOrder)]
    [InlineData(Delivery.Reversed)]
    [InlineData(Delivery.AtOnce)]
    [InlineData(Delivery.Held)]
    public async Task The_news_arrive_in_the_asked_order(Delivery delivery)
    {
        await using var rig = await StripeRig.StartAsync();

        var outcome = await rig.PayAsync(await rig.SessionAsync(), delivery: delivery);

        outcome.EventIds.Should().HaveCount(3);
        (await rig.Mock.EventsAsync(StripeRig.Email, StripeRig.Token)).Select(made => made.Type).Should().Equal(FirstPayment);
        switch (delivery)
        {
            case Delivery.Held:
                rig.Webhook.Arrivals.Should().BeEmpty();
                break;
            case Delivery.Reversed:
                rig.Webhook.Types.Should().Equal(FirstPayment.Reverse());
                break;
            case Delivery.AtOnce:
                rig.Webhook.Types.Should().BeEquivalentTo(FirstPayment);
                break;
            default:
                rig.Webhook.Types.Should().Equal(FirstPayment);
                break;
        }
    }

    [Fact]
    public async Task News_at_once_do_not_wait_for_each_other()
    {
        await using var rig = await StripeRig.StartAsync();
        var everybodyIsHere = new TaskCompletionSource();
        rig.Webhook.Answer = async (_, before, _) =>
        {
            if (before == 2)
            {
                everybodyIsHere.SetResult();
            }

            await everybodyIsHere.Task.WaitAsync(TimeSpan.FromSeconds(10), StripeRig.Token);
            return new(200, "");
        };

        await rig.PayAsync(await rig.SessionAsync(), delivery: Delivery.AtOnce);

        rig.Webhook.Arrivals.Should().HaveCount(3);
    }

    [Theory]
    [InlineData("4000000000000002", "card_declined", "generic_decline")]
    [InlineData("4000 0000 0000 9995", "card_declined", "insufficient_funds")]
    [InlineData("4000000000000069", "expired_card", "expired_card")]
    [InlineData("4000000000000127", "incorrect_cvc", "incorrect_cvc")]
    [InlineData("4000000000000119", "processing_error", "processing_error")]
    public async Task A_declined_card_is_told_with_its_reason_and_leaves_the_session_open(string card, string code, string declineCode)
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        var outcome = await rig.PayAsync(session, card);

        (outcome.Succeeded, outcome.DeclineCode).Should().Be((false, declineCode));
        var customer = (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!;
        customer.Checkouts.Single().Should().BeEquivalentTo(new { Status = "open", PaymentStatus = "unpaid" });
        customer.Subscriptions.Should().OnlyContain(subscription => subscription.Status == "incomplete");
        rig.Webhook.Types.Should().Equal("payment_intent.payment_failed", "invoice.payment_failed");
        var invoice = rig.Webhook.Arrivals[1].Object;
        invoice.GetProperty("customer").GetString().Should().Be(customer.Id);
        (invoice.GetProperty("status").GetString(), invoice.GetProperty("amount_paid").GetInt64(), invoice.GetProperty("attempt_count").GetInt64()).Should().Be(("open", 0L, 1L));
        foreach (var intent in new[]
        {
            invoice.GetProperty("payment_intent"),
            invoice.GetProperty("payments").GetProperty("data")[0].GetProperty("payment").GetProperty("payment_intent"),
            rig.Webhook.Arrivals[0].Object,
        })
        {
            var error = intent.GetProperty("last_payment_error");
            error.GetProperty("type").GetString().Should().Be("card_error");
            error.GetProperty("code").GetString().Should().Be(code);
            error.GetProperty("decline_code").GetString().Should().Be(declineCode);
            error.GetProperty("message").GetString().Should().NotBeNullOrEmpty();
        }
    }

    [Fact]
    public async Task Another_card_pays_the_session_that_one_was_declined_for()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        await rig.PayAsync(session, StripeRig.NoFunds);
        await rig.PayAsync(session, StripeRig.NoFunds);

        (await rig.PayAsync(session)).Succeeded.Should().BeTrue();

        rig.Webhook.Types.Skip(4).Should().Equal(FirstPayment);
        rig.Webhook.Arrivals[^1].Object.GetProperty("attempt_count").GetInt64().Should().Be(3);
        rig.Webhook.Arrivals[^1].Object.GetProperty("id").GetString().Should().Be(rig.Webhook.Arrivals[1].Object.GetProperty("id").GetString());
        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Subscriptions.Should().ContainSingle().Which.Status.Should().Be("active");
    }

    [Fact]
    public async Task A_paid_session_cannot_be_paid_again()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        await rig.PayAsync(session);

        var again = () => rig.PayAsync(session);

        await again.Should().ThrowAsync<InvalidOperationException>().WithMessage("*complete*");
    }

    [Fact]
    public async Task An_unknown_card_is_the_directors_mistake()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        var pay = () => rig.PayAsync(session, "1234");

        await pay.Should().ThrowAsync<ArgumentException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_card_that_asks_for_authentication_pays_once_it_is_given(bool passes)
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        var asked = await rig.PayAsync(session, StripeRig.Asks);
        var between = rig.Webhook.Types;
        var answered = await rig.Mock.AuthenticateAsync(session, passes, Delivery.InOrder, StripeRig.Token);

        (asked.Succeeded, asked.DeclineCode).Should().Be((false, "authentication_required"));
        between.Should().Equal("invoice.payment_action_required");
        answered.Succeeded.Should().Be(passes);
        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Checkouts.Single().Status.Should().Be(passes ? "complete" : "open");
        rig.Webhook.Types[^1].Should().Be(passes ? "invoice.payment_succeeded" : "invoice.payment_failed");
    }

    [Fact]
    public async Task Nothing_is_authenticated_that_was_not_asked_for()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        var pass = () => rig.Mock.AuthenticateAsync(session, true, Delivery.InOrder, StripeRig.Token);

        await pass.Should().ThrowAsync<InvalidOperationException>();
    }

    [Fact]
    public async Task A_session_completed_without_money_says_so()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        await rig.Mock.CompleteUnpaidAsync(session, StripeRig.Token);

        var told = rig.Webhook.Arrivals[0];
        told.Type.Should().Be("checkout.session.completed");
        (told.Object.GetProperty("status").GetString(), told.Object.GetProperty("payment_status").GetString()).Should().Be(("complete", "unpaid"));
        (await rig.SubscriptionAsync()).Status.Should().Be("incomplete");
        rig.Webhook.Types.Should().NotContain("invoice.payment_succeeded");
    }

    [Fact]
    public async Task A_session_that_runs_out_takes_its_unpaid_subscription_along()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        await rig.PayAsync(session, StripeRig.NoFunds, Delivery.Held);

        await rig.Mock.ExpireAsync(session, StripeRig.Token);

        rig.Webhook.Types.Should().Equal("checkout.session.expired");
        (await rig.SubscriptionAsync()).Status.Should().Be("incomplete_expired");
    }

    [Fact]
    public async Task A_session_opened_with_an_email_makes_its_customer_on_payment()
    {
        await using var rig = await StripeRig.StartAsync();
        var form = StripeRig.SessionForm("x").Replace("customer=x", $"customer_email={Uri.EscapeDataString(StripeRig.Email)}", StringComparison.Ordinal);
        var session = (await rig.CallAsync("POST", "/v1/checkout/sessions", form)).Id;

        await rig.PayAsync(session);

        var customer = (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!;
        customer.Checkouts.Single().Status.Should().Be("complete");
        rig.Webhook.Arrivals[0].Object.GetProperty("customer").GetString().Should().Be(customer.Id);
    }
}
