using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Testing;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Accounts;

/// <summary>A login gives guesses away, or says or does more than let somebody in.</summary>
internal static class Logins
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("login_says_free", "Whoever logs in is told to be on Free, whatever was paid for.")
        {
            Cases = ["profile_of_a_newcomer"],
            Clauses = ["2.2"],
            Host = host => host.Intercept("/auth/login", (context, real) => ChangedAnswer.OfAsync(context, real, answer => answer["user"]!["tier"] = "free")),
        },
        new("fourth_login_ends_the_first", "A customer has three sessions at most: the fourth login throws the first one out.")
        {
            Cases = ["concurrent_logins_from_different_ips"],
            Clauses = ["2.8"],
            Host = host => host.Intercept("/auth/login", async (context, real) =>
            {
                await real(context);
                await context.RequestServices.ExecuteAsync(
                    """
                    update sessions set ended_at = last_used_at where id in (
                        select s.id from sessions s join users u on u.id = s.user_id
                        where u.email_key = @key and s.ended_at is null order by s.created_at desc, s.id desc offset 3)
                    """,
                    new { key = EmailKey.Of(Address(context)!) });
            }),
        },
        new("right_password_forgives_the_guesses", "A right password in between gives ten more wrong ones in the same minute.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(nameof(ILoginThrottle.EnterAsync), real =>
            {
                var logins = new ConcurrentDictionary<string, int>();
                return async Task<(ILoginTry?, TimeSpan)> (string email, CancellationToken stop) =>
                {
                    var (entered, wait) = await real.EnterAsync($"{email} {logins.GetValueOrDefault(email)}", stop);
                    return (entered is null ? null : new Forgiving(entered, () => logins.AddOrUpdate(email, 1, (_, count) => count + 1)), wait);
                };
            }),
        },
        new("guesses_on_the_customers_clock", "The minute in which ten passwords may be wrong is one on the customer's own clock.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2", "10.2"],
            Host = host => host.Twist<ILoginThrottle>(nameof(ILoginThrottle.EnterAsync), (_, provider) =>
            {
                var (clocks, throttles) = (provider.GetRequiredService<IUserClocks>(), new ConcurrentDictionary<string, LoginThrottle>());
                return (string email, CancellationToken stop) => throttles.GetOrAdd(email, _ => new LoginThrottle(clocks.For(email))).EnterAsync(email, stop);
            }),
        },
        new("capitals_give_ten_more_guesses", "Ten wrong passwords a minute are looked at for each way to write one e-mail address.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.AddHttpContextAccessor().Twist<ILoginThrottle>(
                nameof(ILoginThrottle.EnterAsync),
                (real, provider) => (string email, CancellationToken stop) =>
                    real.EnterAsync(Address(provider.GetRequiredService<IHttpContextAccessor>().HttpContext!) ?? email, stop)),
        },
        new("right_password_passes_the_block", "After ten wrong passwords the right one is still looked at: whoever guesses on will learn it.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(
                nameof(ILoginThrottle.EnterAsync),
                real => async Task<(ILoginTry?, TimeSpan)> (string email, CancellationToken stop) =>
                    await real.EnterAsync(email, stop) is var (entered, wait) && entered is null ? (new Blocked(wait), TimeSpan.Zero) : (entered, wait)),
        },
    ];

    private static string? Address(HttpContext context) => context.Features.Get<JsonBody>()?.Text("email").Value;

    private sealed class Forgiving(ILoginTry real, Action succeeded) : ILoginTry
    {
        private bool failed;

        public void Failed()
        {
            failed = true;
            real.Failed();
        }

        public void Dispose()
        {
            real.Dispose();
            if (!failed)
            {
                succeeded();
            }
        }
    }

    private sealed class Blocked(TimeSpan wait) : ILoginTry
    {
        public void Failed() => throw new Refusal(429, "rate_limited", "Too many failed logins. Please wait.") { RetryAfter = wait };

        public void Dispose()
        {
        }
    }
}
