using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>Changing or ending a plan does the wrong thing.</summary>
internal static class PlanChangeFaults
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("elite_is_called_pro", "The subscription's page calls Elite Pro.")
        {
            Cases = ["subscription_changed_elsewhere", "upgrade_without_checkout"],
            Clauses = ["5.2"],
            Host = host => host.Intercept("/stripe/subscription", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
            {
                if ((string?)answer["tier"] == "elite")
                {
                    answer["tier"] = "pro";
                }
            })),
        },
        new("downgrade_to_free_at_once", "A confirmed move to Free takes the paid month away.")
        {
            Cases = ["downgrade_confirmed"],
            Clauses = ["5.3"],

            // What Stripe answers and what it tells afterwards come in either order: both are read so.
            Host = host => host.Twist<ISubscribedTier>(
                nameof(ISubscribedTier.Of),
                real => (StripeSubscription held, string? sessionTier) => held.CancelAtPeriodEnd ? Tier.Free : real.Of(held, sessionTier)),
        },
        new("end_at_stripe_not_shown", "Whether a subscription ends with its month is only known if it was said here.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.2", "5.8"],
            Host = Rules.On<SubscriptionUpdated>((real, account, it) => real.Decide(account, it) is var change && change.After.Current is { } current && account.Current is { } before
                ? change with { After = change.After with { Current = current with { CancelAtPeriodEnd = before.CancelAtPeriodEnd } } }
                : change),
        },
        new("upgrade_needs_a_checkout", "From one paid plan to the next, a checkout is asked for.")
        {
            Cases = ["upgrade_without_checkout"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(
                nameof(IPlanChangePolicy.Judge),
                real => (Tier from, Tier to) => to > from ? PlanChangeVerdict.NeedsCheckout : real.Judge(from, to)),
        },
        new("present_plan_can_be_chosen", "A move to the plan that one has is made, for whatever it costs.")
        {
            Cases = ["plan_change_refused"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(
                nameof(IPlanChangePolicy.Judge),
                real => (Tier from, Tier to) => from == to && from != Tier.Free ? PlanChangeVerdict.ChangeNow : real.Judge(from, to)),
        },
        new("plan_change_at_stripe_unheard", "What support changes at Stripe does not reach PropIQ.")
        {
            Cases = ["subscription_changed_elsewhere"],
            Clauses = ["5.8"],
            Host = Rules.On<SubscriptionUpdated>((_, account, _) => AccountChange.Nothing(account)),
        },
        new("plan_by_the_checkouts_note", "The plan is what was noted down at the checkout, whatever is paid for now.")
        {
            Cases = ["subscription_changed_elsewhere"],
            Clauses = ["5.8"],
            Host = host => host.Twist<ISubscribedTier>(
                nameof(ISubscribedTier.Of),
                real => (StripeSubscription subscription, string? session) => Plan.Named(subscription.MetadataTier)?.Tier ?? real.Of(subscription, session)),
        },
        new("end_keeps_the_plan", "A subscription that has ended goes on giving its plan.")
        {
            Cases = ["subscription_canceled_to_free", "downgrade_confirmed"],
            Clauses = ["5.8"],
            Host = Ending((change, account, _) => change.EndingOn(account.Tier)),
        },
        new("end_says_active", "A subscription that has ended is shown as active.")
        {
            Cases = ["subscription_canceled_to_free", "downgrade_confirmed"],
            Clauses = ["5.2", "5.8"],
            Host = host => host.Intercept("/auth/me", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
            {
                if ((string?)answer["subscription_status"] == "canceled")
                {
                    answer["subscription_status"] = "active";
                }
            })),
        },
        new("end_forgives_what_was_used", "Whoever cancels has five new free analyses.")
        {
            Cases = ["subscription_canceled_to_free"],
            Clauses = ["5.8"],
            Host = Ending((change, _, created) => change with { BeginsPeriod = created }),
        },
        new("downgrade_deletes_history", "Whoever moves to Free loses the older analyses for good.")
        {
            Cases = ["history_back_after_downgrade"],
            Clauses = ["5.9"],
            Host = host => host.Twist<INotices>(
                nameof(INotices.WriteAsync),
                real => async (NpgsqlTransaction transaction, Guid userId, Notice notice, CancellationToken stop) =>
                {
                    if (notice is Notice.SubscriptionCanceled)
                    {
                        await Dapper.SqlMapper.ExecuteAsync(
                            transaction.Connection!,
                            "delete from analyses where user_id = @userId and id not in (select id from analyses where user_id = @userId order by created_at desc, sequence desc limit 10)",
                            new { userId },
                            transaction);
                    }

                    await real.WriteAsync(transaction, userId, notice, stop);
                }),
        },
        new("canceled_can_be_revived", "Late news of a subscription that has ended brings it back.")
        {
            Cases = ["canceled_is_final"],
            Clauses = ["5.6"],
            Host = host => host.Twist<ICurrentSubscription>(
                nameof(ICurrentSubscription.Concerned),
                _ => (AccountState account, string? id) => account.Current is { } current && current.Id == id ? current : null),
        },
        new("subscription_ends_a_day_late", "The subscription is shown to run a day longer than it does.")
        {
            Cases = ["subscription_shown"],
            Clauses = ["5.2"],
            Host = host => host.Twist<ReferenceApi.Subscriptions.Storage.ISubscribers>(
                nameof(ReferenceApi.Subscriptions.Storage.ISubscribers.ReadAsync),
                real => async (NpgsqlConnection connection, Guid userId, CancellationToken stop) =>
                    await real.ReadAsync(connection, userId, stop) is { State.Current: { } current } subscriber
                        ? subscriber with { State = subscriber.State with { Current = current with { PeriodEnd = current.PeriodEnd.AddDays(1) } } }
                        : await real.ReadAsync(connection, userId, stop)),
        },
        new("second_change_to_a_plan_is_a_repetition", "Whoever goes to a plan, back, and to it again: Stripe takes it for the first time, told again.")
        {
            Cases = ["upgrade_without_checkout"],
            Clauses = ["5.3", "8.1"],
            Host = host => host.Twist<IIdempotencyKeys>(
                nameof(IIdempotencyKeys.ForPlanChange), real => (string subscription, Tier target, int revision) => real.ForPlanChange(subscription, target, 0)),
        },
    ];

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Ending(Func<AccountChange, AccountState, DateTimeOffset, AccountChange> instead) =>
        host => host.Twist<ISubscriptionEnd>(
            nameof(ISubscriptionEnd.Of),
            real => (AccountState account, SubscriptionState current, DateTimeOffset created) => instead(real.Of(account, current, created), account, created));
}
