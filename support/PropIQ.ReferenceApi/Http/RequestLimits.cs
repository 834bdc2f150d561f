using PropIQ.ReferenceApi.Domain.Limits;

namespace PropIQ.ReferenceApi.Http;

/// <summary>Limits by session on the user's clock, or by client address on the machine's.</summary>
public sealed class RequestLimits(IRateLimiter limiter, IClientAddress addresses, TimeProvider machine) : IRequestLimits
{
    /// <inheritdoc />
    public void Admit(HttpContext context, Caller? caller)
    {
        var (key, now) = caller is null
            ? ($"address {addresses.Of(context)}", machine.GetUtcNow())
            : ($"session {caller.SessionId}", caller.Clock.GetUtcNow());
        if (!limiter.TryAdmit(key, now, out var wait))
        {
            throw new Refusal(429, "rate_limited", "Too many requests. Please slow down.") { RetryAfter = wait };
        }
    }
}
