using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Subscriptions.Stripe;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>Plans are sold wrongly.</summary>
internal static class Checkouts
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("price_mismatch_accepted", "Elite can be bought with the price of Starter beside it.")
        {
            Cases = ["checkout_price_mismatch"],
            Clauses = ["5.1"],
            Host = host => host.Twist<ICheckoutPolicy>(nameof(ICheckoutPolicy.PriceFits), _ => (Plan plan, string? price) => true),
        },
        new("older_price_spelling_unread", "A price that an older form calls priceId is not compared with the plan.")
        {
            Cases = ["checkout_price_mismatch"],
            Clauses = ["5.1"],
            Host = host => host.Intercept("/stripe/create-checkout-session", (context, real) => real(context.WithBody(body => body.Remove("priceId")))),
        },
        new("price_sent_along_is_not_known", "A checkout with the very price that the price list shows is refused.")
        {
            Cases = ["checkout_at_the_shown_price"],
            Clauses = ["5.1"],
            Host = host => host.Twist<ICheckoutPolicy>(nameof(ICheckoutPolicy.PriceFits), _ => (Plan plan, string? price) => price is null),
        },
        new("checkout_at_another_price", "A checkout for Pro asks for the money of Elite.")
        {
            Cases = ["checkout_at_the_shown_price"],
            Clauses = ["5.1", "8.1"],
            Host = host => host.Twist<IStripeClient>(
                nameof(IStripeClient.OpenCheckoutAsync),
                real => (NewCheckout checkout, string key, CancellationToken stop) =>
                    real.OpenCheckoutAsync(checkout.Tier == "pro" ? checkout with { PriceId = checkout.PriceId.Replace("pro", "elite", StringComparison.Ordinal) } : checkout, key, stop)),
        },
        new("unknown_plan_is_starter", "Whoever asks for a plan that there is not gets a checkout for Starter.")
        {
            Cases = ["checkout_for_unknown_plan"],
            Clauses = ["5.1"],
            Host = host => host.Twist<ICheckoutPolicy>(
                nameof(ICheckoutPolicy.Sold), real => (string? name) => real.Sold(name) ?? Plan.Of(Tier.Starter)),
        },
        new("present_plan_sold_again", "Paula can buy the plan that she has, and pay for it twice.")
        {
            Cases = ["checkout_for_present_plan"],
            Clauses = ["5.1"],
            Host = host => host.Twist<ICheckoutPolicy>(nameof(ICheckoutPolicy.IsAlreadyOn), _ => (Tier tier, Plan plan) => false),
        },
        new("unpaid_session_upgrades", "A checkout that is complete but not paid gives the plan.")
        {
            Cases = ["checkout_left_unpaid"],
            Clauses = ["5.7"],
            Host = host => host.Twist<IPaidCheckout>(
                nameof(IPaidCheckout.IsPaid), _ => (StripeCheckoutSession session) => session is { Status: "complete", SubscriptionId: not null }),
        },
        new("paid_checkout_gives_nothing", "A paid checkout gives no plan.")
        {
            Cases = ["successful_checkout", "tier_upgrade_mid_session", "mid_month_tier_upgrade", "payment_retry_after_failure", "card_asks_for_authentication"],
            Clauses = ["5.7"],
            Host = host => host.Twist<IPaidCheckout>(nameof(IPaidCheckout.IsPaid), _ => (StripeCheckoutSession session) => false),
        },
        new("upgrade_forgets_what_was_used", "A paid checkout starts the count at nothing, too.")
        {
            Cases = ["successful_checkout", "tier_upgrade_mid_session", "mid_month_tier_upgrade"],
            Clauses = ["5.7"],
            Host = Completing((real, account, it) => real.Decide(account, it) is { Notices.Count: > 0 } change ? change with { BeginsPeriod = it.Created } : AccountChange.Nothing(account)),
        },
        new("checkout_leaves_the_payment_error", "Whoever has paid after all is still told of the failed card.")
        {
            Cases = ["payment_retry_after_failure"],
            Clauses = ["5.7"],
            Host = host => host.Twist<ISubscriptionRules>(
                nameof(ISubscriptionRules.Decide),
                real => (AccountState account, StripeHappening it) => real.Decide(account, it) is var change && change.After.LastPaymentError is null
                    ? change with { After = change.After with { LastPaymentError = account.LastPaymentError } }
                    : change),
        },
        new("old_subscription_survives_an_upgrade", "After an upgrade the former plan is paid on.")
        {
            Cases = ["former_subscription_ends", "tier_upgrade_mid_session"],
            Clauses = ["5.7", "8.1"],
            Host = host => host.Twist<IFormerSubscriptions>(nameof(IFormerSubscriptions.ToEnd), _ => (string id) => (IReadOnlyList<string>)[]),
        },
        new("former_subscriptions_end_downgrades", "The end of the plan that was replaced puts the customer on Free.")
        {
            Cases = ["former_subscription_ends", "webhook_of_former_subscription"],
            Clauses = ["5.6", "5.7"],
            Host = host => host.Twist<ICurrentSubscription>(nameof(ICurrentSubscription.Concerned), _ => (AccountState account, string? id) => account.Current),
        },
        new("checkout_gives_the_plan_asked_for_first", "Who pays for Pro is given Starter.")
        {
            Cases = ["successful_checkout"],
            Clauses = ["5.7"],
            Host = Completing((real, account, it) => real.Decide(account, it) is { After.Tier: Tier.Pro } change ? change.EndingOn(Tier.Starter) : real.Decide(account, it)),
        },
        new("looking_at_a_checkout_is_buying", "Whoever opens a checkout is on the plan at once, paid or not.")
        {
            Cases = ["price_shopping_no_conversion", "checkout_at_the_shown_price", "checkout_left_unpaid"],
            Clauses = ["5.7"],
            Host = host => host.Twist<IStripeClient>(
                nameof(IStripeClient.OpenCheckoutAsync),
                (real, provider) => async (NewCheckout checkout, string key, CancellationToken stop) =>
                {
                    var opened = await real.OpenCheckoutAsync(checkout, key, stop);
                    await provider.ExecuteAsync("update users set tier = @Tier where id = @UserId", checkout);
                    return opened;
                }),
        },
        new("customer_created_twice_on_retry", "A purchase that is tried again makes a second customer at Stripe.")
        {
            Cases = ["retry_makes_no_second_customer"],
            Clauses = ["8.1"],
            Host = host => host.Twist<IIdempotencyKeys>(nameof(IIdempotencyKeys.ForCustomer), _ => (Guid user) => Guid.NewGuid().ToString()),
        },
        new("stripes_failure_is_ours", "When Stripe is down the customer reads of an internal error.")
        {
            Cases = ["payments_unavailable"],
            Clauses = ["5.1", "5.3"],
            Host = host => host
                .Twist<IStripeClient>(nameof(IStripeClient.CreateCustomerAsync), real => async (NewCustomer customer, string key, CancellationToken stop) =>
                {
                    try
                    {
                        return await real.CreateCustomerAsync(customer, key, stop);
                    }
                    catch (ReferenceApi.Http.Refusal)
                    {
                        throw new InvalidOperationException("Stripe");
                    }
                }),
        },
        new("stripes_failure_upgrades", "When Stripe cannot change the plan, PropIQ changes it all the same.")
        {
            Cases = ["payments_unavailable"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IStripeClient>(
                nameof(IStripeClient.ReadSubscriptionAsync),
                (real, provider) => async (string id, CancellationToken stop) =>
                {
                    await provider.ExecuteAsync("update users set tier = 'pro' where current_subscription_id = @id", new { id });
                    return await real.ReadSubscriptionAsync(id, stop);
                }),
        },
        new("unpaid_purchase_ends_the_running_plan", "A purchase that is not paid yet ends, at Stripe, the plan that the customer has.")
        {
            Cases = ["checkout_left_unpaid"],
            Clauses = ["5.7"],
            Host = Completing((real, account, it) =>
                it.Session.PaymentStatus == "unpaid" && account.Current is { IsLive: true } running && running.Id != it.SubscriptionId
                    ? new AccountChange(account with { FormerIds = [.. account.FormerIds, running.Id] }) { Formers = [running.Id] }
                    : real.Decide(account, it)),
        },
    ];

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Completing(
        Func<IHappeningRule<CheckoutCompleted>, AccountState, CheckoutCompleted, AccountChange> instead) =>
        host => host.Twist<IHappeningRule<CheckoutCompleted>>(
            nameof(IHappeningRule<CheckoutCompleted>.Decide), real => (AccountState account, CheckoutCompleted it) => instead(real, account, it));
}
