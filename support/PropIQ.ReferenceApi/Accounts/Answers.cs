using System.Text.Json.Serialization;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>The answer to sign-up, login and refresh (clauses 2.1–2.3). <c>ExpiresIn</c> is in seconds.</summary>
public sealed record TokenAnswer(string AccessToken, string TokenType, int ExpiresIn, string RefreshToken, AccountView User);

/// <summary>The account as sign-up, login and refresh show it.</summary>
public sealed record AccountView(Guid Id, string Email, string Tier);

/// <summary>The caller's own profile (clause 2.4).</summary>
public sealed record ProfileView(
    Guid Id,
    string Email,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FirstName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? LastName,
    string Tier,
    string SubscriptionStatus,
    string? LastPaymentError,
    UsageView Usage);
