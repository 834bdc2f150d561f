using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>What PropIQ makes of Stripe's news, replaced.</summary>
internal static class Rules
{
    /// <summary>The same decision, but for the plan.</summary>
    public static AccountChange EndingOn(this AccountChange change, Tier tier) => change with { After = change.After with { Tier = tier } };

    /// <summary>Decides something else on one kind of news.</summary>
    public static Action<IServiceCollection> On<THappening>(Func<IHappeningRule<THappening>, AccountState, THappening, AccountChange> instead)
        where THappening : StripeHappening => host => host.Twist<IHappeningRule<THappening>>(
            nameof(IHappeningRule<THappening>.Decide), real => (AccountState account, THappening it) => instead(real, account, it));
}
