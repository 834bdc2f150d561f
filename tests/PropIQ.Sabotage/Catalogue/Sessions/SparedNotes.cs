using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>To spare the database a session's use is not noted each time, or not to the second: it ends too early.</summary>
internal static class SparedNotes
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public static IReadOnlyList<Saboteur> All =>
    [
        Noting("use_noted_every_five_minutes", "Use within five minutes of the one before does not count: the session is over too early.", (noted, now) => now - noted < 5 * Minute ? noted : now),
        Noting("session_use_noted_once_a_minute", "Use within a minute of the one before does not count: the session is over too early.", (noted, now) => now - noted < Minute ? noted : now),
        Noting("use_noted_by_the_minute", "Use counts from the beginning of its minute: the session is over too early.", (_, now) => now.AddTicks(-(now.Ticks % Minute.Ticks))),
        new("try_at_the_limit_is_no_use", "Whoever only tries to analyse when nothing is left is logged out after half an hour, as if nothing had been done.")
        {
            Cases = ["mistakes_count_as_use"],
            Clauses = ["2.7"],
            Host = host => host.Intercept("/propiq/analyze", async (context, real) =>
            {
                var caller = context.Features.Get<Caller>()!;
                try
                {
                    await real(context);
                }
                catch (Refusal refusal) when (refusal.Code == "usage_limit_reached")
                {
                    await context.RequestServices.ExecuteAsync("update sessions set last_used_at = created_at where id = @SessionId", new { caller.SessionId });
                    throw;
                }
            }),
        },
    ];

    private static Saboteur Noting(string id, string breaks, Func<DateTimeOffset, DateTimeOffset, DateTimeOffset> kept) => new(id, breaks)
    {
        Cases = ["session_timeout_30_minutes"],
        Clauses = ["2.7"],
        Host = host => host.Twist<IAuthenticator>(nameof(IAuthenticator.AuthenticateAsync), (real, provider) => async (HttpContext context) =>
        {
            var claims = await Shown.ClaimsAsync(context, provider);
            var noted = claims is null
                ? default
                : (await provider.ReadAsync<DateTimeOffset>($"select last_used_at from sessions where id = '{claims.SessionId}'")).FirstOrDefault();
            var caller = await real.AuthenticateAsync(context);
            var last = kept(noted, caller.Clock.GetUtcNow());
            await provider.ExecuteAsync("update sessions set last_used_at = @last where id = @SessionId", new { last, caller.SessionId });
            return caller;
        }),
    };
}
