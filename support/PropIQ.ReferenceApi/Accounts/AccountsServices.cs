using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Registers this area.</summary>
public static class AccountsServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services;
}
