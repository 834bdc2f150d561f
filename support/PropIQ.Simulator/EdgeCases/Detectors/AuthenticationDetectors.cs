using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;
using static System.FormattableString;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>Tokens and sessions.</summary>
internal static class AuthenticationDetectors
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan IdleLife = TimeSpan.FromMinutes(30);

    public static readonly Detector[] All =
    [
        new("jwt_expires_after_60_minutes", evidence => evidence.Refused(401, "token_expired")
            .Where(call => call.TokenAge >= TokenLife)
            .Proof(call => $"401 token_expired with a token of {call.TokenAge!.Value.TotalMinutes:0} minutes at {Looking.At(call)}")),

        new("concurrent_logins_from_different_ips", evidence =>
        {
            var logins = evidence.Calls.Where(call => call is { Succeeded: true, Endpoint: "/auth/login", From: not null }).ToList();
            var alive = evidence.Calls.Where(call => call is { Succeeded: true, Session: > 0 }).Select(call => call.From).ToHashSet();
            return logins
                .Where(one => alive.Contains(one.From) && logins.Any(other => other.From != one.From && alive.Contains(other.From)
                    && one.Exchange.StartedAt < other.EndedAt && other.Exchange.StartedAt < one.EndedAt))
                .Proof(login => $"logins from {login.From} and elsewhere overlapped at {Looking.At(login)}, and both sessions work");
        }),

        new("expired_token_refresh", evidence =>
        {
            var expired = evidence.Refused(401, "token_expired").FirstOrDefault();
            var refreshed = expired is null ? null : After(evidence, expired).FirstOrDefault(call => call is { Succeeded: true, Endpoint: "/auth/refresh" });
            var used = refreshed is null ? null : After(evidence, refreshed).FirstOrDefault(call => call is { Succeeded: true, Session: > 0 } && call.Session == expired!.Session);
            return used is null ? null : $"after token_expired the refresh went through and {used.Endpoint} answered {used.Status} at {Looking.At(used)}";
        }),

        new("session_timeout_30_minutes", evidence => evidence.Refused(401, "session_expired")
            .Where(call => call.Idle >= IdleLife)
            .Proof(call => $"401 session_expired after {call.Idle!.Value.TotalMinutes:0} idle minutes at {Looking.At(call)}")),

        new("long_session_90_minutes", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Session: > 0, Value: not Tokens })
            .GroupBy(call => call.Session)
            .Select(session => (Number: session.Key, Length: session.Max(call => call.UserTime) - session.Min(call => call.UserTime)))
            .Where(session => session.Length >= TimeSpan.FromMinutes(90))
            .Proof(session => $"session {session.Number} worked for {session.Length.TotalMinutes:0} minutes by the user's clock")),

        new("fast_session_under_15_minutes", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Session: > 0 })
            .GroupBy(call => call.Session)
            .Where(session => session.Count(call => call.Value is Analysis) >= 3
                && session.Any(call => call.Value is ExportedFile)
                && session.Any(call => call.Endpoint == "/auth/logout")
                && session.Max(call => call.UserTime) - session.Min(call => call.UserTime) < TimeSpan.FromMinutes(15))
            .Proof(session => Invariant($"session {session.Key}: analyses, an export and a logout within {(session.Max(call => call.UserTime) - session.Min(call => call.UserTime)).TotalMinutes:0.0} minutes"))),
    ];

    private static IEnumerable<CallRecord> After(Evidence evidence, CallRecord earlier) => evidence.Calls.Where(call => call.Exchange.StartedAt >= earlier.EndedAt);
}
