using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Accounts;

/// <summary>The door is open to the wrong people, or says too much.</summary>
internal static class DoorFaults
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("unknown_users_answer_faster", "A login for an unknown address is refused faster than for a customer's.")
        {
            Cases = ["account_enumeration_by_time"],
            Clauses = ["2.2"],
            Host = host => host.Twist<IPasswordHasher>(
                nameof(IPasswordHasher.VerifyAsync),
                real => (string password, string? stored, CancellationToken stop) => stored is null ? Task.FromResult(false) : real.VerifyAsync(password, stored, stop)),
        },
        new("unknown_users_named", "A login for an unknown address is told that there is no such account.")
        {
            Cases = ["account_enumeration_by_answer"],
            Clauses = ["2.2"],
            Host = host => host.Twist<IPasswordHasher>(
                nameof(IPasswordHasher.VerifyAsync),
                real => (string password, string? stored, CancellationToken stop) =>
                    stored is null ? throw new Refusal(401, "invalid_credentials", "There is no such account.") : real.VerifyAsync(password, stored, stop)),
        },
        new("wrong_guesses_without_a_title", "A refused login is no proper refusal: it has neither type nor title.")
        {
            Cases = ["password_guessing", "account_enumeration_by_answer"],
            Clauses = ["2.2"],
            Host = host => host.OnRefusal("/auth/login", async (context, refusal) =>
            {
                if (refusal.Status != 401)
                {
                    throw refusal;
                }

                context.Response.StatusCode = refusal.Status;
                await context.Response.WriteAsJsonAsync(new { status = refusal.Status, code = refusal.Code, detail = refusal.Detail }, options: null, ProblemWriter.MediaType);
            }),
        },
        new("passwords_guessed_for_ever", "Passwords can be guessed without end.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(
                nameof(ILoginThrottle.EnterAsync), _ => (string email, CancellationToken stop) => Task.FromResult<(ILoginTry?, TimeSpan)>((new Unheard(), TimeSpan.Zero))),
        },
        new("eleventh_guess_passes", "An eleventh wrong password in a minute is looked at.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(nameof(ILoginThrottle.EnterAsync), real =>
            {
                var first = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
                return (string email, CancellationToken stop) => first.TryAdd(email, true)
                    ? Task.FromResult<(ILoginTry?, TimeSpan)>((new Unheard(), TimeSpan.Zero))
                    : real.EnterAsync(email, stop);
            }),
        },
        new("guesses_counted_for_customers_only", "That more guesses are refused tells that there is an account.")
        {
            Cases = ["password_guessing", "account_enumeration_by_answer"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(
                nameof(ILoginThrottle.EnterAsync),
                (real, provider) => async (string email, CancellationToken stop) =>
                    await provider.IsThereAsync("select exists (select from users where email_key = @email)", new { email })
                        ? await real.EnterAsync(email, stop)
                        : (new Unheard(), TimeSpan.Zero)),
        },
        new("right_passwords_count_as_guesses", "Who logs in eleven times in a minute is taken for a burglar.")
        {
            Cases = ["password_guessing"],
            Clauses = ["2.2"],
            Host = host => host.Twist<ILoginThrottle>(
                nameof(ILoginThrottle.EnterAsync),
                real => async (string email, CancellationToken stop) =>
                {
                    var entered = await real.EnterAsync(email, stop);
                    entered.Try?.Failed();
                    return entered;
                }),
        },
        new("capitals_cannot_log_in", "Who writes the own address in capitals cannot log in.")
        {
            Cases = ["signup_address_taken"],
            Clauses = ["2.2"],
            Host = host => host.Intercept("/auth/login", (context, real) => Address(context).Any(char.IsUpper)
                ? throw new Refusal(401, "invalid_credentials", "The e-mail or the password is wrong.")
                : real(context)),
        },
        new("subscription_shown_to_anybody", "The subscription's page opens without a login.")
        {
            Cases = ["everything_needs_a_login"],
            Clauses = ["2.9"],
            Host = host => host.Reroute("/stripe/subscription", endpoint =>
            {
                var real = endpoint.RequestDelegate!;
                endpoint.Metadata.Add(new AnonymousTerm());
                endpoint.RequestDelegate = async context =>
                {
                    if (context.Request.Headers.Authorization.Count > 0)
                    {
                        context.Features.Set(await context.RequestServices.GetRequiredService<IAuthenticator>().AuthenticateAsync(context));
                        await real(context);
                        return;
                    }

                    await context.Response.WriteAsJsonAsync(new { tier = "free", status = "none", cancel_at_period_end = false });
                };
            }),
        },
        new("prices_behind_a_login", "Prices are shown to customers only.")
        {
            Cases = ["public_pages_need_no_login", "public_price_list"],
            Clauses = ["1.2"],
            Host = host => host.Reroute("/pricing", endpoint => endpoint.Without<AnonymousTerm>()),
        },
        new("health_behind_a_login", "Whoever watches over PropIQ has to log in.")
        {
            Cases = ["public_pages_need_no_login", "health_when_well"],
            Clauses = ["3.15"],
            Host = host => host
                .Reroute("/health", endpoint => endpoint.Without<AnonymousTerm>())
                .Reroute("/propiq/health", endpoint => endpoint.Without<AnonymousTerm>()),
        },
        new("login_before_reading", "A garbled request of a stranger is told to log in first.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.CallersFirst(),
        },
        new("export_refused_before_it_is_read", "An export order that makes no sense is told to pay first.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.OnRefusal("/propiq/export", (_, refusal) =>
                throw (refusal.Code == "invalid_export" ? new Refusal(403, "export_requires_paid_plan", "Export feature requires paid subscription") : refusal)),
        },
        new("limit_before_the_address", "Who has nothing left is told so, even for an address that is none.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.OnRefusal("/propiq/analyze", (_, refusal) =>
                throw (refusal.Code == "invalid_address" ? new Refusal(429, "usage_limit_reached", "Free tier limit reached. Upgrade to continue.") : refusal)),
        },
    ];

    private static string Address(HttpContext context) => context.Features.Get<JsonBody>()?.Text("email").Value ?? "";

    private static IServiceCollection CallersFirst(this IServiceCollection host)
    {
        var steps = host.Where(descriptor => descriptor.ServiceType == typeof(IAdmissionStep)).ToList();
        var body = steps.FirstOrDefault(descriptor => descriptor.ImplementationType == typeof(BodyStep)) ?? throw new SabotageException("BodyStep is not registered (any more).");
        host.Remove(body);
        host.Add(body);
        return host;
    }

    private sealed class Unheard : ILoginTry
    {
        public void Failed()
        {
        }

        public void Dispose()
        {
        }
    }
}
