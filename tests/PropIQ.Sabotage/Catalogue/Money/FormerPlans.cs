using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.ReferenceApi.Subscriptions.Stripe;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>A plan that is over, or is to be, gets in the way of another.</summary>
internal static class FormerPlans
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("replaced_plan_revived_by_its_purchase", "Late news of the purchase of a plan that was replaced since brings it back.")
        {
            Cases = ["webhook_of_former_subscription"],
            Clauses = ["5.6", "5.7"],
            Host = Rules.On<CheckoutCompleted>((real, account, it) => it.Subscription is { } bought && account.FormerIds.Contains(bought.Id)
                ? real.Decide(account with { Current = null, FormerIds = [] }, it with { Subscription = bought with { Status = SubscriptionStatus.Active } })
                : real.Decide(account, it)),
        },
        new("ended_plan_revived_by_its_purchase", "News of a purchase that comes after the end of its subscription gives the plan back.")
        {
            Cases = ["canceled_is_final"],
            Clauses = ["5.6"],
            Host = Rules.On<CheckoutCompleted>((real, account, it) => real.Decide(
                account.Current is { IsLive: false } over && over.Id == it.Subscription?.Id ? account with { Current = null } : account,
                it.Subscription is { Status: SubscriptionStatus.Canceled } ended ? it with { Subscription = ended with { Status = SubscriptionStatus.Active } } : it)),
        },
        new("former_plan_cannot_be_bought_again", "Whoever has left a plan cannot come back to it.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["5.1"],
            Host = host => host.Intercept("/stripe/create-checkout-session", async (context, real) =>
            {
                if (await context.RequestServices.IsThereAsync(
                    "select exists (select from subscriptions where user_id = @UserId and status = 'canceled' and tier = @tier)",
                    new { context.Features.Get<Caller>()!.UserId, tier = context.Features.Get<JsonBody>()!.Text("tier").Value }))
                {
                    throw new Refusal(409, "already_on_tier", "You are on this plan already.");
                }

                await real(context);
            }),
        },
        new("new_subscription_inherits_the_end", "Whoever had said to leave and buys another plan is told that it ends with the month.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.2", "5.7"],
            Host = Rules.On<CheckoutCompleted>((real, account, it) => real.Decide(account, it) is { After.Current: { } bought } change && account.Current is { CancelAtPeriodEnd: true, IsLive: true }
                ? change with { After = change.After with { Current = bought with { CancelAtPeriodEnd = true } } }
                : real.Decide(account, it)),
        },
        new("former_end_tried_once", "When Stripe cannot end the former plan at once it is paid on.")
        {
            Cases = ["former_subscription_ends"],
            Clauses = ["5.7"],
            Host = host => host.TwistFailures<IStripeClient>(nameof(IStripeClient.CancelAsync), (real, _) => async (string id, CancellationToken stop) =>
            {
                try
                {
                    await real.CancelAsync(id, stop);
                }
                catch (Refusal)
                {
                    // Taken for done.
                }
            }),
        },
        new("former_subscriptions_failed_invoice_is_told", "A payment that fails for a plan that was replaced is held against the customer.")
        {
            Cases = ["webhook_of_former_subscription"],
            Clauses = ["5.6"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => it.SubscriptionId is { } id && account.FormerIds.Contains(id)
                ? new AccountChange(account with { LastPaymentError = "The payment failed" }) { Notices = [new Notice.PaymentFailed(account.Email, "The payment failed")] }
                : real.Decide(account, it)),
        },
        new("upgrades_not_told", "The team hears of a customer's first checkout only.")
        {
            Cases = ["tier_upgrade_mid_session"],
            Clauses = ["8.3"],
            Host = host => host.Twist<INotices>(
                nameof(INotices.WriteAsync),
                real => async (NpgsqlTransaction transaction, Guid user, Notice notice, CancellationToken stop) =>
                {
                    if (notice is not Notice.NewSignup || !await Dapper.SqlMapper.ExecuteScalarAsync<bool>(
                        transaction.Connection!, "select exists (select from former_subscriptions where user_id = @user)", new { user }, transaction))
                    {
                        await real.WriteAsync(transaction, user, notice, stop);
                    }
                }),
        },
        new("former_renewal_hands_out_the_month", "A renewal of the plan that was replaced hands the analyses of the present one out anew.")
        {
            Cases = ["webhook_of_former_subscription"],
            Clauses = ["5.6", "5.8"],
            Host = Rules.On<InvoicePaid>((real, account, it) => it.Invoice.BillingReason == "subscription_cycle" && it.SubscriptionId is { } id && account.FormerIds.Contains(id)
                ? AccountChange.Nothing(account) with { BeginsPeriod = it.Invoice.PeriodStart }
                : real.Decide(account, it)),
        },
        new("second_upgrade_ends_with_the_first", "After a second purchase, the end of a plan before it puts the customer on Free.")
        {
            Cases = ["former_subscription_ends"],
            Clauses = ["5.6", "5.7"],
            Host = Rules.On<SubscriptionDeleted>((real, account, it) => account is { FormerIds.Count: > 1, Current: { IsLive: true } current } && account.FormerIds.Contains(it.SubscriptionId!)
                ? new AccountChange(account with { Tier = Tier.Free, Current = current with { Status = SubscriptionStatus.Canceled } })
                : real.Decide(account, it)),
        },
        new("second_former_is_paid_on", "After a second purchase the plan before it is paid on.")
        {
            Cases = ["former_subscription_ends"],
            Clauses = ["5.7"],
            Host = Rules.On<CheckoutCompleted>((real, account, it) => account.FormerIds.Count > 0 ? real.Decide(account, it) with { Formers = [] } : real.Decide(account, it)),
        },
        new("second_goodbye_is_not_told", "The team does not hear when a customer leaves for the second time.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["8.3"],
            Host = host => host.Twist<ISubscriptionEnd>(nameof(ISubscriptionEnd.Of), real => (AccountState account, SubscriptionState current, DateTimeOffset created) =>
                account.FormerIds.Count > 0 ? real.Of(account, current, created) with { Notices = [] } : real.Of(account, current, created)),
        },
        new("planned_end_is_told_as_a_goodbye", "The team is told that a subscription is canceled when its end is planned, and again when it comes.")
        {
            Cases = ["slack_subscription_canceled"],
            Clauses = ["8.3"],
            Host = Rules.On<SubscriptionUpdated>((real, account, it) =>
            {
                var change = real.Decide(account, it);
                return it.Subscription is { CancelAtPeriodEnd: true } && !ReferenceEquals(change.After, account) && change.After.Current is { IsLive: true } current
                    ? change with { Notices = [.. change.Notices, new Notice.SubscriptionCanceled(account.Email, current.Tier)] }
                    : change;
            }),
        },
    ];
}
