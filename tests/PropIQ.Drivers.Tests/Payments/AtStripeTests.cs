using FluentAssertions;
using PropIQ.Drivers.Payments;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

/// <summary>What people do at Stripe, with which cards, and what Stripe tells of it.</summary>
public sealed class AtStripeTests
{
    [Fact]
    public async Task What_can_be_done_at_Stripe_gives_what_it_gives()
    {
        var done = false;

        (await AtStripe.DoAsync("paying", () => Task.FromResult(99m))).Should().Be(99m);
        await AtStripe.DoAsync("expiring", () => Task.FromResult(done = true));
        await AtStripe.DoAsync("expiring", async () => await Task.Yield());
        done.Should().BeTrue();
    }

    [Fact]
    public async Task What_Stripe_knows_nothing_of_is_a_verdict()
    {
        await Verdicts.FailsAsync(
            () => AtStripe.DoAsync<decimal>("paying Paula's checkout", () => throw new ArgumentException("there is no checkout")),
            "Paying Paula's checkout should be possible at Stripe, but: there is no checkout");
        await Verdicts.FailsAsync(
            () => AtStripe.DoAsync("paying Paula's checkout", async () => await Task.FromException(new InvalidOperationException("it is paid"))),
            "Paying Paula's checkout should be possible at Stripe, but: it is paid");
        await FluentActions.Awaiting(() => AtStripe.DoAsync<decimal>("paying", () => throw new TimeoutException())).Should().ThrowAsync<TimeoutException>();
    }

    [Theory]
    [InlineData("a good card", "4242424242424242")]
    [InlineData("A Declined Card", "4000000000000002")]
    [InlineData("a card without funds", "4000000000009995")]
    [InlineData("an expired card", "4000000000000069")]
    [InlineData("a card with a wrong security code", "4000000000000127")]
    [InlineData("a card that cannot be processed", "4000000000000119")]
    [InlineData("a card that fails later", "4000000000000341")]
    [InlineData("a card that asks for authentication", "4000002500003155")]
    public void Cards_have_Stripes_published_numbers(string name, string number) => Cards.Number(name).Should().Be(number);

    [Fact]
    public void An_unknown_card_is_answered_with_the_known_ones() => FluentActions.Invoking(() => Cards.Number("a library card"))
        .Should().Throw<ArgumentException>().WithMessage("No test card is called \"a library card\". Known: a good card, *, a card that asks for authentication.");

    [Theory]
    [InlineData("the purchase", "checkout.session.completed", null)]
    [InlineData("a renewal", "invoice.payment_succeeded", "subscription_cycle")]
    [InlineData("a first payment", "invoice.payment_succeeded", "subscription_create")]
    [InlineData("a payment for a change", "invoice.payment_succeeded", "subscription_update")]
    [InlineData("a failed payment", "invoice.payment_failed", "insufficient_funds")]
    [InlineData("a move to Starter", "customer.subscription.updated", "starter")]
    [InlineData("a move to Elite", "customer.subscription.updated", "elite")]
    [InlineData("the end", "customer.subscription.deleted", null)]
    public void News_are_of_a_type_and_say_what_they_are_about(string name, string type, string? about)
    {
        var news = News.Named(name);

        news.EventType.Should().Be(type);
        (news.Changes.BillingReason ?? news.Changes.DeclineCode ?? news.Changes.Tier).Should().Be(about);
        News.All.Should().Contain(news);
    }

    [Fact]
    public void News_that_PropIQ_has_no_use_for_are_of_a_new_tax_number()
    {
        News.OfNoUse.Should().Be(new News("a new tax number", "customer.tax_id.created", new StripeEventChanges()));
        News.All.Should().NotContain(News.OfNoUse);
    }

    [Fact]
    public void Unknown_news_are_answered_with_the_known_ones() => FluentActions.Invoking(() => News.Named("a birthday"))
        .Should().Throw<ArgumentException>().WithMessage("Stripe tells nothing called \"a birthday\". Known: the purchase, *, the end.");
}
