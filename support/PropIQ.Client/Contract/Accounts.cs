namespace PropIQ.Client.Contract;

/// <summary>What sign-up takes (clause 2.1).</summary>
public sealed record SignUp(string? Email, string? Password, string? FirstName = null, string? LastName = null);

/// <summary>The answer to sign-up, login and refresh (clauses 2.1–2.3). <c>expires_in</c> is in seconds.</summary>
public sealed record Tokens(string? AccessToken, string? TokenType, int? ExpiresIn, string? RefreshToken, Account? User);

/// <summary>The account as sign-up and login show it.</summary>
public sealed record Account(JsonId? Id, string? Email, string? Tier);

/// <summary>The caller's own profile (clause 2.4).</summary>
public sealed record Profile(
    JsonId? Id,
    string? Email,
    string? FirstName,
    string? LastName,
    string? Tier,
    string? SubscriptionStatus,
    string? LastPaymentError,
    Usage? Usage);

/// <summary>Analyses used in the running period, out of the plan's monthly limit.</summary>
public sealed record Usage(int? Used, int? Limit, int? Remaining, DateTimeOffset? ResetsAt);

/// <summary>One plan of the public price list (clause 1.2). <c>price</c> is in dollars a month.</summary>
public sealed record PricedPlan(string? Tier, decimal? Price, int? Analyses, string? PriceId);

/// <summary>The public price list.</summary>
public sealed record PriceList(IReadOnlyList<PricedPlan>? Plans);
