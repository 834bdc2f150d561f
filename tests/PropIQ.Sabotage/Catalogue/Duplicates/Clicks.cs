using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Duplicates;

/// <summary>The second in which a repetition is none is another second, or another finger's.</summary>
internal static class Clicks
{
    private delegate Task<AnalysisAnswer> Once(DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("repetitions_prolong_the_second", "Whoever clicks on and on gets one analysis, however long that takes.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = Remembering(prolonging: true),
        },
        new("second_begins_with_the_answer", "The second in which a click is a repetition begins when the first one is answered.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = Remembering(prolonging: false),
        },
        new("each_device_clicks_for_itself", "The same house on laptop and phone at once is charged twice.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = host => host.AddHttpContextAccessor().Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                (real, provider) => (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) => real.OnceAsync(
                    key with { UserId = provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Caller>()!.SessionId }, clock, analyse, stop)),
        },
        new("another_house_makes_forget", "Whoever clicks on another house in between pays for the first one again.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = Answering(real =>
            {
                var last = new ConcurrentDictionary<Guid, (string Address, int Changes)>();
                return (key, clock, analyse, stop) =>
                {
                    var (address, changes) = last.AddOrUpdate(
                        key.UserId, (key.AddressKey, 0), (_, before) => before.Address == key.AddressKey ? before : (key.AddressKey, before.Changes + 1));
                    return real(key with { AddressKey = $"{changes} {address}" }, clock, analyse, stop);
                };
            }),
        },
        new("repetition_says_it_was_free", "A repetition's answer is the first one's, but for what it cost.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = Answering(real => async (key, clock, analyse, stop) =>
            {
                var answer = await real(key, clock, analyse, stop);
                return answer.Duplicate ? answer with { CostUsd = 0 } : answer;
            }),
        },
        new("another_price_makes_another_analysis", "The same address within a second is charged again if something else of the form was changed.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = host => host.AddHttpContextAccessor().Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                (real, provider) => (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                {
                    var form = provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<JsonBody>()!;
                    var rest = $"{form.Number("purchase_price").Value} {form.Text("property_type").Value} {form.Text("description").Value}";
                    return real.OnceAsync(key with { AddressKey = $"{key.AddressKey} {rest}" }, clock, analyse, stop);
                }),
        },
        new("repetition_after_an_upgrade_is_charged", "Whoever clicks again while the plan changes pays for the same analysis twice.")
        {
            Cases = ["duplicate_analysis_submission"],
            Clauses = ["3.7"],
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                (real, provider) => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                {
                    var tier = (await provider.ReadAsync<string>($"select tier from users where id = '{key.UserId}'")).FirstOrDefault();
                    return await real.OnceAsync(key with { AddressKey = $"{tier} {key.AddressKey}" }, clock, analyse, stop);
                }),
        },
        new("who_waited_in_vain_asks_again", "A click that waited for one that failed asks the AI anew.")
        {
            Cases = ["duplicate_analysis_submission", "azure_openai_unavailable"],
            Clauses = ["3.7", "3.8"],
            Host = Answering(real => async (key, clock, analyse, stop) =>
            {
                var isFirst = false;
                try
                {
                    return await real(key, clock, Analyse, stop);
                }
                catch (Refusal refusal) when (!isFirst && refusal.Status == 503)
                {
                    return await real(key, clock, analyse, stop);
                }

                Task<AnalysisAnswer> Analyse(DateTimeOffset arrived)
                {
                    isFirst = true;
                    return analyse(arrived);
                }
            }),
        },
    ];

    private static Action<IServiceCollection> Remembering(bool prolonging) => Answering(real =>
    {
        var last = new ConcurrentDictionary<DuplicateKey, (DateTimeOffset At, AnalysisAnswer Answer)>();
        return async (key, clock, analyse, stop) =>
        {
            var now = clock.GetUtcNow();
            if (last.TryGetValue(key, out var before) && now - before.At < TimeSpan.FromSeconds(1))
            {
                last[key] = prolonging ? (now, before.Answer) : before;
                return before.Answer with { Duplicate = true };
            }

            var answer = await real(key, clock, analyse, stop);
            last[key] = (clock.GetUtcNow(), answer);
            return answer;
        };
    });

    private static Action<IServiceCollection> Answering(Func<Once, Once> instead) =>
        host => host.Twist<IDuplicates>(nameof(IDuplicates.OnceAsync), real =>
        {
            var once = instead(real.OnceAsync);
            return (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) => once(key, clock, analyse, stop);
        });
}
