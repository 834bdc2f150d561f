using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Duplicates;

/// <summary>The same property twice is taken for something else, or something else for it.</summary>
internal static class Repetitions
{
    private static readonly string[] Case = ["duplicate_analysis_submission"];
    private static readonly string[] Clause = ["3.7"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("duplicate_made_again", "A double click makes two analyses.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicatePolicy>(
                nameof(IDuplicatePolicy.Repeats), _ => (DateTimeOffset first, DateTimeOffset now, bool inFlight) => false),
        },
        new("duplicate_counted", "A double click makes one analysis and charges two.")
        {
            Cases = [.. Case, "courses_of_events"],
            Clauses = Clause,
            Host = host => host.AfterARepetition((provider, key, _) => provider.CountAnywayAsync(key.UserId)),
        },
        new("duplicate_not_said", "The second answer does not say that it is the first one's.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                real => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                    await real.OnceAsync(key, clock, analyse, stop) with { Duplicate = false }),
        },
        new("duplicate_refused_at_the_limit", "A second click on the last analysis is told that nothing is left.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                real => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                {
                    var answer = await real.OnceAsync(key, clock, analyse, stop);
                    return answer is { Duplicate: true, Usage.Remaining: 0 } ? throw new Refusal(429, "usage_limit_reached", "Usage limit reached") : answer;
                }),
        },
        new("duplicate_shared_across_users", "Two customers who look at the same house at the same time get one analysis.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicates>(
                nameof(IDuplicates.OnceAsync),
                real => (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                    real.OnceAsync(key with { UserId = Guid.Empty }, clock, analyse, stop)),
        },
        new("duplicate_swallowed_after_a_second", "The same house a whole second later is still taken for a double click.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicatePolicy>(
                nameof(IDuplicatePolicy.Repeats),
                _ => (DateTimeOffset first, DateTimeOffset now, bool inFlight) => inFlight || now - first <= DuplicatePolicy.Window),
        },
        new("duplicate_window_too_short", "A second click after 0.9 seconds is charged.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicatePolicy>(
                nameof(IDuplicatePolicy.Repeats),
                _ => (DateTimeOffset first, DateTimeOffset now, bool inFlight) => inFlight || now - first < TimeSpan.FromSeconds(0.9)),
        },
        new("impatience_counts", "Whoever clicks again while the first analysis takes its time is charged twice.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicatePolicy>(
                nameof(IDuplicatePolicy.Repeats),
                _ => (DateTimeOffset first, DateTimeOffset now, bool inFlight) => now - first < DuplicatePolicy.Window),
        },
        new("failure_remembered_as_duplicate", "Whoever tries again at once after a failure is given the failure again.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IDuplicates>(nameof(IDuplicates.OnceAsync), real =>
            {
                var failures = new System.Collections.Concurrent.ConcurrentDictionary<DuplicateKey, (DateTimeOffset At, Refusal Why)>();
                return async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
                {
                    if (failures.TryGetValue(key, out var failure) && clock.GetUtcNow() - failure.At < DuplicatePolicy.Window)
                    {
                        throw failure.Why;
                    }

                    try
                    {
                        return await real.OnceAsync(key, clock, analyse, stop);
                    }
                    catch (Refusal why)
                    {
                        failures[key] = (clock.GetUtcNow(), why);
                        throw;
                    }
                };
            }),
        },
        new("capitals_make_another_house", "The same address in capitals is another property.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IAddressKeys>(nameof(IAddressKeys.KeyOf), _ => (string address) => address.Normalize().Trim()),
        },
        new("lower_case_is_not_folding", "Addresses are compared in small letters, so that STRASSE and Straße are two houses.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IAddressKeys>(nameof(IAddressKeys.KeyOf), _ => (string address) => address.Normalize().Trim().ToLowerInvariant()),
        },
        new("accents_typed_apart_make_another_house", "The same address with its accents typed separately is another property.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host
                .Twist<IAddressKeys>(nameof(IAddressKeys.KeyOf), real => (string address) => real.KeyOf(address) + address.IsNormalized())
                .KeepFormGiven(),
        },
        new("accents_make_no_difference", "Two addresses that differ by an accent are taken for one.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IAddressKeys>(
                nameof(IAddressKeys.KeyOf),
                real => (string address) => real.KeyOf(string.Concat(address.Normalize(System.Text.NormalizationForm.FormD).Where(letter => letter < 0x300 || letter > 0x36F)))),
        },
        new("unit_numbers_make_no_difference", "The flat upstairs is taken for the flat downstairs.")
        {
            Cases = Case,
            Clauses = Clause,
            Host = host => host.Twist<IAddressKeys>(
                nameof(IAddressKeys.KeyOf),
                real => (string address) => real.KeyOf(System.Text.RegularExpressions.Regex.Replace(address, @"\s*#\w+", ""))),
        },
    ];

    /// <summary>Does something more whenever an analysis was answered once again.</summary>
    public static IServiceCollection AfterARepetition(this IServiceCollection host, Func<IServiceProvider, DuplicateKey, AnalysisAnswer, Task> more) => host.Twist<IDuplicates>(
        nameof(IDuplicates.OnceAsync),
        (real, provider) => async (DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken stop) =>
        {
            var answer = await real.OnceAsync(key, clock, analyse, stop);
            if (answer.Duplicate)
            {
                await more(provider, key, answer);
            }

            return answer;
        });

    // What is stored keeps the form in which it was typed, so that the key sees it.
    private static IServiceCollection KeepFormGiven(this IServiceCollection host) =>
        host.Twist<IAddressRules>(nameof(IAddressRules.Read), real => (string? raw) =>
        {
            var reading = real.Read(raw);
            return reading.IsAccepted ? AddressReading.Accepted(raw!.Trim(), reading.Coverage) : reading;
        });
}
