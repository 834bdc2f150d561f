using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Limits;

/// <summary>The rate limit lets too much through, or too little, or says the wrong thing.</summary>
internal static class Hurry
{
    private delegate bool Admission(IRateLimiter real, string key, DateTimeOffset now, out TimeSpan wait);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("twenty_one_pass", "Twenty-one requests pass in a second.")
        {
            Cases = ["api_rate_limit_20_requests", "rate_limit_is_exact_together", "rate_limit_slides", "anonymous_rate_limit"],
            Clauses = ["7.1"],
            Options = options => options with { RateLimitPerSecond = 21 },
        },
        new("nineteen_pass", "The twentieth request in a second is refused.")
        {
            Cases = ["api_rate_limit_20_requests", "rate_limit_is_exact_together", "rate_limit_per_session", "anonymous_rate_limit"],
            Clauses = ["7.1"],
            Options = options => options with { RateLimitPerSecond = 19 },
        },
        new("requests_of_one_moment_count_once", "Requests that arrive at the same moment are all let through.")
        {
            Cases = ["rate_limit_is_exact_together"],
            Clauses = ["7.1"],
            Host = Admitting(() =>
            {
                var last = new ConcurrentDictionary<string, DateTimeOffset>();
                return (IRateLimiter real, string key, DateTimeOffset now, out TimeSpan wait) =>
                {
                    wait = TimeSpan.Zero;
                    var same = last.TryGetValue(key, out var before) && before == now;
                    last[key] = now;
                    return same || real.TryAdmit(key, now, out wait);
                };
            }),
        },
        new("seconds_of_the_clock", "Twenty requests pass in each second of the clock, so forty about its turn.")
        {
            Cases = ["rate_limit_slides"],
            Clauses = ["7.1"],
            Host = Admitting(() =>
            {
                var begun = new ConcurrentDictionary<string, DateTimeOffset>();
                return (IRateLimiter real, string key, DateTimeOffset now, out TimeSpan wait) =>
                {
                    var start = begun.AddOrUpdate(key, now, (_, at) => now - at >= TimeSpan.FromSeconds(1) ? now : at);
                    return real.TryAdmit($"{key} {start.Ticks}", now, out wait);
                };
            }),
        },
        new("knocking_prolongs_the_wait", "Who keeps clicking is kept out: refused requests count, too.")
        {
            Cases = ["rate_limit_slides"],
            Clauses = ["7.1"],
            Host = Admitting(() =>
            {
                var knocks = new ConcurrentDictionary<string, ConcurrentQueue<DateTimeOffset>>();
                return (IRateLimiter real, string key, DateTimeOffset now, out TimeSpan wait) =>
                {
                    var all = knocks.GetOrAdd(key, _ => []);
                    all.Enqueue(now);
                    wait = TimeSpan.FromSeconds(1);
                    return all.Count(at => now - at < TimeSpan.FromSeconds(1)) <= 20 && real.TryAdmit(key, now, out wait);
                };
            }),
        },
        new("rate_limit_says_usage_limit", "Who is too fast is told to buy a larger plan.")
        {
            Cases = ["rate_limit_is_no_usage_limit", "api_rate_limit_20_requests"],
            Clauses = ["7.1"],
            Host = WhenTooFast((_, _, _) => throw new Refusal(429, "usage_limit_reached", "Usage limit reached")),
        },
        new("rate_limit_does_not_say_when", "Who is too fast is not told when to try again.")
        {
            Cases = ["rate_limit_is_no_usage_limit", "order_of_refusals"],
            Clauses = ["7.1"],
            Host = WhenTooFast((_, _, refusal) => throw new Refusal(refusal.Status, refusal.Code, refusal.Detail)),
        },
        new("too_fast_is_charged", "A request that was too fast costs an analysis.")
        {
            Cases = ["rate_limit_is_no_usage_limit"],
            Clauses = ["7.1"],
            Host = WhenTooFast((context, caller, refusal) =>
            {
                if (caller is not null && context.Request.Path == "/propiq/analyze")
                {
                    context.RequestServices.CountAnywayAsync(caller.UserId).GetAwaiter().GetResult();
                }

                throw refusal;
            }),
        },
        new("rate_limit_per_customer", "Phone and laptop share one limit.")
        {
            Cases = ["rate_limit_per_session"],
            Clauses = ["7.1"],
            Host = Limiting((real, context, caller) => real.Admit(context, caller is null ? null : caller with { SessionId = caller.UserId })),
        },
        new("renewing_lifts_the_limit", "Whoever renews the session gets another twenty requests at once.")
        {
            Cases = ["rate_limit_per_session"],
            Clauses = ["7.1"],
            Host = Limiting((real, context, caller) => real.Admit(context, caller is null ? null : caller with { SessionId = IdOf(context.Request.Headers.Authorization.ToString()) })),
        },
        new("rate_limit_per_office", "Customers behind one address share one limit.")
        {
            Cases = ["rate_limit_per_session"],
            Clauses = ["7.1"],
            Host = Limiting((real, context, _) => real.Admit(context, null)),
        },
        new("passers_by_unlimited", "Who has no account is not limited at all.")
        {
            Cases = ["anonymous_rate_limit", "forwarded_for_not_believed"],
            Clauses = ["7.1"],
            Host = Limiting((real, context, caller) =>
            {
                if (caller is not null)
                {
                    real.Admit(context, caller);
                }
            }),
        },
        new("passers_by_share_one_limit", "One passer-by in a hurry keeps all others out.")
        {
            Cases = ["anonymous_rate_limit"],
            Clauses = ["7.1"],
            Host = host => host.Twist<IClientAddress>(nameof(IClientAddress.Of), _ => (HttpContext context) => IPAddress.Loopback),
        },
        new("forwarded_for_believed", "Who writes another address into each request is never too fast.")
        {
            Cases = ["forwarded_for_not_believed"],
            Clauses = ["7.1"],
            Host = host => host.Twist<IClientAddress>(
                nameof(IClientAddress.Of),
                real => (HttpContext context) => IPAddress.TryParse(context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[0], out var address) ? address : real.Of(context)),
        },
        new("sign_ups_rate_limited", "A company whose people sign up at once is turned away.")
        {
            Cases = ["exempt_from_the_rate_limit"],
            Clauses = ["7.1"],
            Host = host => host.Reroute("/auth/signup", endpoint => endpoint.Without<NoRateLimitTerm>()),
        },
        new("watchman_rate_limited", "Who watches over PropIQ is told that he asks too often.")
        {
            Cases = ["exempt_from_the_rate_limit"],
            Clauses = ["3.15", "7.1"],
            Host = host => host.Reroute("/health", endpoint => endpoint.Without<NoRateLimitTerm>()),
        },
    ];

    private static Guid IdOf(string token) => new(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16));

    private static Action<IServiceCollection> WhenTooFast(Action<HttpContext, Caller?, Refusal> instead) =>
        host => host.TwistFailures<IRequestLimits>(nameof(IRequestLimits.Admit), (real, _) => (HttpContext context, Caller? caller) =>
        {
            try
            {
                real.Admit(context, caller);
            }
            catch (Refusal refusal)
            {
                instead(context, caller, refusal);
            }
        });

    private static Action<IServiceCollection> Limiting(Action<IRequestLimits, HttpContext, Caller?> instead) =>
        host => host.Twist<IRequestLimits>(nameof(IRequestLimits.Admit), real => (HttpContext context, Caller? caller) => instead(real, context, caller));

    private static Action<IServiceCollection> Admitting(Func<Admission> begin) => host => host.Wrap<IRateLimiter>((real, _) => new Gate(real, begin()));

    private sealed class Gate(IRateLimiter real, Admission admits) : IRateLimiter
    {
        public bool TryAdmit(string key, DateTimeOffset now, out TimeSpan wait) => admits(real, key, now, out wait);
    }
}
