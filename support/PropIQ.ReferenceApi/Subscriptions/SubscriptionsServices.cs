namespace PropIQ.ReferenceApi.Subscriptions;

/// <summary>Registers this area.</summary>
public static class SubscriptionsServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services;
}
