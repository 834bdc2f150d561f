using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Testing;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Serving;

/// <summary>The testing interface does something else than it says.</summary>
internal static class Benches
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("placed_people_lack_an_analysis", "Whoever is placed has one analysis fewer in the history than is counted.")
        {
            Cases = ["placed_people_are_whole"],
            Clauses = ["10.1"],
            Host = host => host.Twist<ISeedHistory>(
                nameof(ISeedHistory.SeedAsync),
                real => (NpgsqlTransaction transaction, HistoryOrder order, CancellationToken stop) => real.SeedAsync(transaction, order with { Counted = Math.Min(order.Counted, order.Total - 1), Total = order.Total - 1 }, stop)),
        },
        new("one_clock_for_all", "Moving one person's clock moves everybody's.")
        {
            Cases = ["own_clocks"],
            Clauses = ["10.2"],
            Host = host => host.Intercept("/testing/users/{email}/clock", async (context, real) =>
            {
                await real(context);
                var clocks = context.RequestServices.GetRequiredService<UserClocks>();
                var moved = clocks.SettingOf(EmailKey.Of((string)context.Request.RouteValues["email"]!));
                foreach (var key in await context.RequestServices.ReadAsync<string>("select email_key from user_clocks"))
                {
                    clocks.Apply(key, moved);
                }
            }),
        },
        new("test_bench_open_to_all", "The testing interface opens without its secret.")
        {
            Cases = ["testing_interface_is_locked"],
            Clauses = ["10.2"],
            Host = host => host.AddSingleton<IStartupFilter, SecretGiven>(),
        },
        new("clock_goes_back", "A clock is said to have been set back.")
        {
            Cases = ["test_bench_clock"],
            Clauses = ["10.2"],
            Host = host => host.OnRefusal("/testing/users/{email}/clock", (context, refusal) => refusal.Code == "clock_backwards"
                ? context.Response.WriteAsJsonAsync(new { now = context.Features.Get<JsonBody>()!.Text("set").Value, frozen = true })
                : throw refusal),
        },
        new("stall_never_ends_by_itself", "A stalled database does not come back by itself.")
        {
            Cases = ["test_bench_stall"],
            Clauses = ["10.3"],
            Host = host => host.Intercept("/testing/users/{email}/stall", (context, real) => real(context.WithBody(body => body["hold_seconds"] = 30))),
        },
        new("stall_does_nothing", "A database that is to be stalled answers on.")
        {
            Cases = ["database_query_timeout"],
            Clauses = ["10.3"],
            Host = host => host.Intercept("/testing/users/{email}/stall", (context, _) =>
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }),
        },
        new("drain_does_not_wait", "Messages go once an hour, and the drain does not wait for them.")
        {
            Cases = ["test_bench_waits_for_messages", "new_user_onboarding_email"],
            Clauses = ["10.4"],
            Host = host => host
                .Intercept("/testing/outbox/drain", (context, _) => context.Response.WriteAsJsonAsync(new { sent = 0, pending = 0 }))
                .Twist<IOutbox>(nameof(IOutbox.EnqueueAsync), real => async (NpgsqlTransaction transaction, OutboxChannel channel, Guid user, string payload, CancellationToken stop) =>
                {
                    await real.EnqueueAsync(transaction, channel, user, payload, stop);
                    await Dapper.SqlMapper.ExecuteAsync(transaction.Connection!, "update outbox set due_at = now() + interval '1 hour' where user_id = @user", new { user }, transaction);
                }),
        },
        new("clean_up_leaves_one_behind", "Cleaning up after a run leaves somebody behind.")
        {
            Cases = ["test_users_are_removed", "test_bench_cleans_up"],
            Clauses = ["10.5"],
            Host = Clearing(
                """
                update users set email_key = 'kept@' || id, email = 'kept@' || id
                where id = (select id from users where strpos(email_key, '+' || @run || '.') > 0 or split_part(email_key, '@', 2) = @domain limit 1)
                """),
        },
        new("clean_up_takes_others_along", "Cleaning up after the Spring run removes the Springtime run, too.")
        {
            Cases = ["test_bench_cleans_up"],
            Clauses = ["10.5"],
            Host = Clearing("delete from users where @run <> '' and strpos(email_key, '+' || @run) > 0 and strpos(email_key, '+' || @run || '.') = 0"),
        },
        new("clean_up_leaves_the_clocks", "Whoever is placed again after a clean-up lives on the time of whoever had the address before.")
        {
            Cases = ["test_bench_cleans_up"],
            Clauses = ["10.5"],
            Host = host => host.Intercept("/testing/users", async (context, real) =>
            {
                var clocks = context.RequestServices.GetRequiredService<UserClocks>();
                var before = (await context.RequestServices.ReadAsync<string>("select email_key from user_clocks")).Select(key => (Key: key, Setting: clocks.SettingOf(key))).ToList();
                await real(context);
                foreach (var (key, setting) in before.Where(clock => HttpMethods.IsDelete(context.Request.Method) && clocks.SettingOf(clock.Key) is null))
                {
                    clocks.Apply(key, setting);
                }
            }),
        },
    ];

    private static Action<IServiceCollection> Clearing(string before) => host => host.Intercept("/testing/users", async (context, real) =>
    {
        if (HttpMethods.IsDelete(context.Request.Method))
        {
            await context.RequestServices.ExecuteAsync(before, new { run = context.Request.Query["run"].ToString(), domain = context.Request.Query["domain"].ToString() });
        }

        await real(context);
    });

    private sealed class SecretGiven(ReferenceApiOptions options) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Request.Headers[TestingGate.Header] = options.TestingSecret;
                return rest(context);
            });
            next(app);
        };
    }
}
