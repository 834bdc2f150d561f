using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Duplicates;

/// <summary>A repetition meets another rule: a month that turns, a plan that renews, a slip in the form.</summary>
internal static class Meetings
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("new_month_parts_a_double_click", "A double click as the month turns is an analysis in each of the two months.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7", "3.10"],
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                real => (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                    real.OnceAsync(key with { AddressKey = $"{clock.GetUtcNow():yyyy-MM} {key.AddressKey}" }, clock, analyse, stop)),
        },
        new("renewal_parts_a_double_click", "Whoever clicks again while the plan renews pays for the same analysis in the new month, too.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7", "3.10"],
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                (real, provider) => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                {
                    var began = (await provider.ReadAsync<DateTime?>($"select usage_period_start from users where id = '{key.UserId}'")).FirstOrDefault();
                    return await real.OnceAsync(key with { AddressKey = $"{began:O} {key.AddressKey}" }, clock, analyse, stop);
                }),
        },
        new("second_click_is_not_read", "A second click is answered like the first, whatever price and kind of property it names.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11", "3.2", "3.4"],
            Host = host =>
            {
                var made = new ConcurrentDictionary<DuplicateKey, DateTimeOffset>();
                host.Twist<IDuplicates>(
                        nameof(IDuplicates.OnceAsync),
                        real => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                        {
                            var answer = await real.OnceAsync(key, clock, analyse, stop);
                            made[key] = answer.CreatedAt;
                            return answer;
                        })
                    .Intercept("/propiq/analyze", async (context, real) =>
                    {
                        try
                        {
                            await real(context);
                        }
                        catch (Refusal refusal) when (refusal.Code is "invalid_price" or "invalid_property_type" && IsRepetition(context, made))
                        {
                            await real(context.WithBody(form =>
                            {
                                form.Remove("purchase_price");
                                form.Remove("property_type");
                            }));
                        }
                    });
            },
        },
    ];

    private static bool IsRepetition(HttpContext context, ConcurrentDictionary<DuplicateKey, DateTimeOffset> made)
    {
        var (caller, services) = (context.Features.Get<Caller>()!, context.RequestServices);
        var address = services.GetRequiredService<IAddressRules>().Read(context.Features.Get<JsonBody>()!.Text("address").Value).Address!;
        var key = new DuplicateKey(caller.UserId, services.GetRequiredService<IAddressKeys>().KeyOf(address));
        return made.TryGetValue(key, out var at) && caller.Clock.GetUtcNow() - at < Second;
    }
}
