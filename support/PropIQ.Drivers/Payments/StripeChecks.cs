using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>What PropIQ has ordered at Stripe in a person's name.</summary>
public sealed class StripeChecks(PropIqUnderTest propIq)
{
    private IStripeControl Stripe => PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");

    /// <summary>Exactly one checkout is open: the one that PropIQ answered with, for this plan at this price.</summary>
    public async Task CheckoutShouldBeOpenAsync(Actor actor, PromisedPlan plan, decimal price, CancellationToken cancellationToken)
    {
        var answered = actor.Journal.LastOf<CheckoutSession>().ShouldBeWhole();
        var open = await OpenAsync(actor, cancellationToken);
        Verdict.That(
            open.Count == 1 && open[0].Tier == plan.Tier && open[0].AmountUsd == price,
            $"a checkout for {plan} at ${price:0.00} should be open for {actor}, but there is {Said(open)}");
        Verdict.That(answered.SessionId == open[0].Id, $"{actor} should be given the checkout {open[0].Id}, but got {answered.SessionId}");
        Verdict.That(
            Uri.TryCreate(answered.CheckoutUrl, UriKind.Absolute, out var page) && page.Scheme.StartsWith("http", StringComparison.Ordinal) && Regex.IsMatch(page.AbsoluteUri, $@"(?<!\w){Regex.Escape(open[0].Id)}(?!\w)"),
            $"{actor} should be given Stripe's page to pay on, but got \"{answered.CheckoutUrl}\"");
    }

    /// <summary>Nothing can be paid.</summary>
    public async Task NoCheckoutShouldBeOpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(actor, cancellationToken);
        Verdict.That(open.Count == 0, $"no checkout should be open for {actor}, but there is {Said(open)}");
    }

    /// <summary>
    /// All orders are for one customer, Stripe has made no second one, and no order went without a mark (clause 8.1): tried again,
    /// nothing is done twice.
    /// </summary>
    public async Task ShouldBeOneCustomerAsync(Actor actor, CancellationToken cancellationToken)
    {
        var orders = (await Stripe.CallsAsync(actor.Email, cancellationToken)).Where(call => call.Method == "POST").ToList();
        var made = orders.Where(order => order.Path.EndsWith("/customers", StringComparison.Ordinal) && IsCarriedOut(order)).Select(order => order.IdempotencyKey).Distinct().Count();
        var checkouts = orders.Where(order => order.Path.EndsWith("/checkout/sessions", StringComparison.Ordinal)).ToList();
        Verdict.That(checkouts.Count > 0, $"PropIQ should have ordered a checkout for {actor} at Stripe, but has not");
        Verdict.That(orders.All(order => !string.IsNullOrWhiteSpace(order.IdempotencyKey)), $"an order at Stripe for {actor} went without a mark against repetition");
        Verdict.That(made <= 1, $"{actor} should be one customer at Stripe, but PropIQ's orders have made {made}");
        Verdict.That(
            checkouts.Select(order => order.Form.GetValueOrDefault("customer")).Distinct().Count() == 1,
            $"{actor}'s checkouts should all be for one customer, but are for several");
    }

    // Under one mark once, however often it is ordered; also where Stripe hung up, and nobody heard of it.
    private static bool IsCarriedOut(StripeCall order) => order.Status is 0 or (>= 200 and < 300);

    private async Task<IReadOnlyList<StripeCheckout>> OpenAsync(Actor actor, CancellationToken cancellationToken) =>
        [.. ((await Stripe.CustomerAsync(actor.Email, cancellationToken))?.Checkouts ?? []).Where(checkout => checkout.Status == "open")];

    private static string Said(IReadOnlyList<StripeCheckout> open) =>
        open.Count == 0 ? "none" : string.Join(" and ", open.Select(checkout => $"one for {checkout.Tier} at ${checkout.AmountUsd:0.00}"));
}
