using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Changing;
using PropIQ.ReferenceApi.Subscriptions.Checkouts;
using PropIQ.ReferenceApi.Subscriptions.Formers;
using PropIQ.ReferenceApi.Subscriptions.Pricing;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.ReferenceApi.Subscriptions.Stripe;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Subscriptions;

/// <summary>Registers this area.</summary>
public static class SubscriptionsServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSubscriptionDecisions()
        .AddHappeningRules()
        .AddStripe()
        .AddSubscriptionStorage()
        .AddFormers()
        .AddEndpoints();

    private static IServiceCollection AddSubscriptionDecisions(this IServiceCollection services)
    {
        services.TryAddSingleton<IPriceBook>(provider => new PriceBook(provider.GetRequiredService<ReferenceApiOptions>().PriceIds));
        services.TryAddSingleton<ISubscribedTier, SubscribedTier>();
        services.TryAddSingleton<ICheckoutPolicy, CheckoutPolicy>();
        services.TryAddSingleton<IPlanChangePolicy, PlanChangePolicy>();
        services.TryAddSingleton<IDowngradeLosses, DowngradeLosses>();
        services.TryAddSingleton<IIdempotencyKeys, IdempotencyKeys>();
        services.TryAddSingleton<INoticeWording, NoticeWording>();
        services.TryAddSingleton<ISignatureTolerance, SignatureTolerance>();
        services.TryAddSingleton<IWebhookSignature>(provider => new WebhookSignature(
            provider.GetRequiredService<ReferenceApiOptions>().StripeWebhookSecret,
            provider.GetRequiredService<ISignatureTolerance>()));
        return services;
    }

    private static IServiceCollection AddHappeningRules(this IServiceCollection services)
    {
        services.TryAddSingleton<ICurrentSubscription, CurrentSubscription>();
        services.TryAddSingleton<IEventOrder, EventOrder>();
        services.TryAddSingleton<IPaidCheckout, PaidCheckout>();
        services.TryAddSingleton<IRenewals, Renewals>();
        services.TryAddSingleton<IFailureReason, FailureReason>();
        services.TryAddSingleton<IFormerSubscriptions, FormerSubscriptions>();
        services.TryAddSingleton<ISubscriptionEnd, SubscriptionEnd>();
        services.TryAddSingleton<IHappeningRule<CheckoutCompleted>, CheckoutCompletedRule>();
        services.TryAddSingleton<IHappeningRule<InvoicePaid>, InvoicePaidRule>();
        services.TryAddSingleton<IHappeningRule<InvoiceFailed>, InvoiceFailedRule>();
        services.TryAddSingleton<IHappeningRule<SubscriptionUpdated>, SubscriptionUpdatedRule>();
        services.TryAddSingleton<IHappeningRule<SubscriptionDeleted>, SubscriptionDeletedRule>();
        services.TryAddSingleton<ISubscriptionRules, SubscriptionRules>();
        return services;
    }

    private static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services.TryAddSingleton<StripeHttp>();
        services.TryAddSingleton<IStripeClient, StripeClient>();
        return services;
    }

    private static IServiceCollection AddSubscriptionStorage(this IServiceCollection services)
    {
        services.TryAddSingleton<ISubscribers, Subscribers>();
        services.TryAddSingleton<IHoldings, StoredHoldings>();
        services.TryAddSingleton<INotices, SlackNotices>();
        services.TryAddSingleton<IEventLedger, EventLedger>();
        services.TryAddSingleton<IEventOwners, EventOwners>();
        services.TryAddSingleton<IHappeningReader, HappeningReader>();
        services.TryAddSingleton<IEventHandling, EventHandling>();
        services.TryAddSingleton<ISeedSubscription, SeedSubscription>();
        services.TryAddSingleton<CheckoutDesk>();
        services.TryAddSingleton<SubscriptionChanges>();
        services.TryAddSingleton<IPlanChanges, PlanChanges>();
        return services;
    }

    private static IServiceCollection AddFormers(this IServiceCollection services)
    {
        services.TryAddSingleton<FormerSubscriptionsSignal>();
        services.TryAddSingleton<FormerSubscriptionsQueue>();
        services.AddHostedService<FormerSubscriptionsEnd>();
        return services;
    }

    private static IServiceCollection AddEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<IEndpointModule, PricingEndpoint>();
        services.AddSingleton<IEndpointModule, CheckoutEndpoint>();
        services.AddSingleton<IEndpointModule, SubscriptionEndpoints>();
        services.AddSingleton<IEndpointModule, WebhookEndpoint>();
        return services;
    }
}
