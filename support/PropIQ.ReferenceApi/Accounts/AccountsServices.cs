using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Registers accounts, sessions, tokens and the limits that go with them.</summary>
public static class AccountsServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton<ITokenPolicy, TokenPolicy>();
        services.TryAddSingleton<ISessionPolicy, SessionPolicy>();
        services.TryAddSingleton<IRefreshPolicy, RefreshPolicy>();
        services.TryAddSingleton<IPasswordRules, PasswordRules>();
        services.TryAddSingleton<IEmailRules, EmailRules>();
        services.TryAddSingleton<IPasswordHasher>(provider => new PasswordHasher(provider.GetRequiredService<ReferenceApiOptions>().PasswordIterations));
        services.TryAddSingleton<ILoginThrottle>(provider => new LoginThrottle(provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IAccessTokens, JwtAccessTokens>();
        services.TryAddSingleton<IOnboardingEmail, OnboardingEmail>();
        services.TryAddSingleton<IAuthenticator, Authenticator>();
        services.TryAddSingleton<SessionStore>();
        services.TryAddSingleton<SessionIssuer>();
        services.TryAddSingleton<AccountStore>();
        services.TryAddSingleton<AccountInput>();
        services.TryAddSingleton<SignUp>();
        services.TryAddSingleton<LogIn>();
        services.TryAddSingleton<Refresh>();
        services.TryAddSingleton<Profile>();
        services.AddSingleton<IEndpointModule, AccountEndpoints>();
        return services;
    }
}
