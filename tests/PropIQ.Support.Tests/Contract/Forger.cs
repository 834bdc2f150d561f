using PropIQ.Support.Tests.Api;

namespace PropIQ.Support.Tests.Contract;

/// <summary>What a forger could have at best: a real token, the right key, his own refresh token, and somebody else to pass for.</summary>
internal sealed record Forger(MintedToken Token, string Key, string RefreshToken, Visitor SomebodyElse);
