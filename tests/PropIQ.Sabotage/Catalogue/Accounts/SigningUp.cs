using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Accounts;

/// <summary>Signing up opens the wrong account, or lets the wrong password in.</summary>
internal static class SigningUp
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("newcomer_has_used_one", "A newcomer begins with one of five analyses gone.")
        {
            Cases = ["signup_opens_one_account", "profile_of_a_newcomer"],
            Clauses = ["2.1"],
            Host = host => host.Intercept("/auth/signup", async (context, real) =>
            {
                await real(context);
                await context.RequestServices.ExecuteAsync("update users set usage_count = 1 where email_key = @key", new { key = Key(context) });
            }),
        },
        new("older_spellings_unread", "What an older form calls firstName is lost.")
        {
            Cases = ["signup_by_older_forms"],
            Clauses = ["2.1"],
            Host = host => host.Intercept("/auth/signup", (context, real) => real(context.WithBody(body => body.Remove("firstName")))),
        },
        new("unknown_members_refused", "A form that sends more than is asked is sent back.")
        {
            Cases = ["signup_by_older_forms"],
            Clauses = ["2.1"],
            Host = host => host.Intercept("/auth/signup", (context, real) =>
                context.Features.Get<JsonBody>() is { Root.ValueKind: JsonValueKind.Object } body && body.Root.EnumerateObject().Any(member => member.Name == "newsletter")
                    ? throw new Refusal(422, "validation_failed", "newsletter is unknown.")
                    : real(context)),
        },
        new("capitals_open_a_second_account", "The same e-mail address in capitals gets an account of its own.")
        {
            Cases = ["signup_address_taken"],
            Clauses = ["2.1"],
            Host = host => host.Intercept("/auth/signup", async (context, real) =>
            {
                if (Address(context).Any(char.IsUpper))
                {
                    await context.RequestServices.ExecuteAsync("update users set email_key = email_key || '-former' where email_key = @key", new { key = Key(context) });
                }

                await real(context);
            }),
        },
        new("last_password_wins", "Of several sign-ups at once the last one's password counts, though it was told that the account exists.")
        {
            Cases = ["signup_race"],
            Clauses = ["2.1"],
            Host = Taken(async context =>
            {
                var password = context.Features.Get<JsonBody>()!.Text("password").Value!;
                var hash = await context.RequestServices.GetRequiredService<IPasswordHasher>().HashAsync(password, CancellationToken.None);
                await context.RequestServices.ExecuteAsync("update users set password_hash = @hash where email_key = @key", new { hash, key = Key(context) });
            }),
        },
        new("welcome_for_each_try", "Each try to sign up is welcomed by e-mail, also one that is refused.")
        {
            Cases = ["signup_race", "new_user_onboarding_email"],
            Clauses = ["8.4"],
            Host = Taken(context => context.RequestServices.WelcomeAsync(Key(context))),
        },
        new("missing_password_not_named", "An empty form is told that the e-mail address is missing, and nothing of the password.")
        {
            Cases = ["signup_details_missing"],
            Clauses = ["2.1"],
            Host = host => host.OnRefusal("/auth/signup", (_, refusal) =>
            {
                if (refusal.Members.GetValueOrDefault("errors") is SortedDictionary<string, List<string>> { Count: > 1 } errors)
                {
                    errors.Remove("password");
                }

                throw refusal;
            }),
        },
        new("seven_bytes_are_a_password", "A password may be a byte too short.")
        {
            Cases = ["password_size_bounds"],
            Clauses = ["2.1"],
            Host = Complaining((real, password) => real.Complaints(Encoding.UTF8.GetByteCount(password) == 7 ? password + "x" : password)),
        },
        new("password_counted_in_letters", "A password's length is counted in letters, not in bytes.")
        {
            Cases = ["password_size_bounds"],
            Clauses = ["2.1"],
            Host = Complaining((real, password) => real.Complaints(string.Concat(password.Select(letter => letter > 127 ? 'e' : letter)))),
        },
        new("password_cut_at_72_bytes", "What a password has beyond 72 bytes does not count.")
        {
            Cases = ["password_size_bounds"],
            Clauses = ["2.1"],
            Host = host => host
                .Twist<IPasswordHasher>(nameof(IPasswordHasher.HashAsync), real => (string password, CancellationToken stop) => real.HashAsync(Cut(password), stop))
                .Twist<IPasswordHasher>(nameof(IPasswordHasher.VerifyAsync), real => (string password, string? stored, CancellationToken stop) => real.VerifyAsync(Cut(password), stored, stop)),
        },
        new("password_without_a_digit", "A password needs no digit.")
        {
            Cases = ["password_composition"],
            Clauses = ["2.1"],
            Host = Complaining((real, password) => real.Complaints(password + "1")),
        },
        new("password_without_a_capital", "A password needs no capital letter.")
        {
            Cases = ["password_composition"],
            Clauses = ["2.1"],
            Host = Complaining((real, password) => real.Complaints(password + "A")),
        },
    ];

    private static string Address(HttpContext context) => context.Features.Get<JsonBody>()?.Text("email").Value ?? "";

    private static string Key(HttpContext context) => EmailKey.Of(Address(context));

    private static string Cut(string password) => password.Length > 72 ? password[..72] : password;

    private static Action<IServiceCollection> Complaining(Func<IPasswordRules, string, IEnumerable<string>> instead) =>
        host => host.Twist<IPasswordRules>(nameof(IPasswordRules.Complaints), real => (string password) => instead(real, password));

    private static Action<IServiceCollection> Taken(Func<HttpContext, Task> also) => host => host.OnRefusal("/auth/signup", async (context, refusal) =>
    {
        if (refusal.Code == "user_exists")
        {
            await also(context);
        }

        throw refusal;
    });

    private static Task WelcomeAsync(this IServiceProvider services, string key) => services.GetRequiredService<Database>().InTransactionAsync(
        async (transaction, stop) =>
        {
            var user = await Dapper.SqlMapper.ExecuteScalarAsync<Guid>(transaction.Connection!, "select id from users where email_key = @key", new { key }, transaction);
            var letter = services.GetRequiredService<IOnboardingEmail>().Compose(key, null);
            await services.GetRequiredService<IOutbox>().EnqueueAsync(transaction, OutboxChannel.Email, user, letter, stop);
        },
        CancellationToken.None);
}
