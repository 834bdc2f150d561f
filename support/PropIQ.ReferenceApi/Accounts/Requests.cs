namespace PropIQ.ReferenceApi.Accounts;

/// <summary>What sign-up takes.</summary>
public sealed record SignUpRequest(string Email, string Password, string? FirstName, string? LastName);

/// <summary>What login takes.</summary>
public sealed record LogInRequest(string Email, string Password);

/// <summary>What refresh takes.</summary>
public sealed record RefreshRequest(string RefreshToken);
