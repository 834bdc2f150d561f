using System.Net.Http.Headers;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PropIQ.Client;
using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Attempts;

/// <summary>
/// What is promised of every answer to a call, whatever was asked: status, media type, and that no member is missing. Judged by
/// the Thens that are about the call, so that what is missing in one answer does not turn every story red that comes by.
/// </summary>
public static partial class Wholeness
{
    private const int Done = 200;
    private const int DoneInSilence = 204;

    // What the contract marks as optional, or gives to some only.
    private static readonly HashSet<(Type, string)> MayBeMissing =
    [
        (typeof(Analysis), nameof(Analysis.Warning)),
        (typeof(Analysis), nameof(Analysis.PurchasePrice)),
        (typeof(Profile), nameof(Profile.FirstName)),
        (typeof(Profile), nameof(Profile.LastName)),
        (typeof(Profile), nameof(Profile.LastPaymentError)),
        (typeof(PricedPlan), nameof(PricedPlan.PriceId)),
        (typeof(Subscription), nameof(Subscription.CurrentPeriodEnd)),
        (typeof(PlanChange), nameof(PlanChange.Warnings)),
        (typeof(DealFigures), nameof(DealFigures.Dscr)),
        (typeof(DealFigures), nameof(DealFigures.DscrMeetsLenderMinimum)),
    ];

    // A history's items need not be whole analyses.
    private static readonly string[] OfHistoryItems = [nameof(Analysis.AnalysisId), nameof(Analysis.Address), nameof(Analysis.DealScore), nameof(Analysis.CreatedAt)];

    /// <summary>The answer, which has to be a success with the contract's status, in its media type, with every member; fails in plain words.</summary>
    public static T ShouldBeWhole<T>(this Attempt<T> attempt)
        where T : class => attempt.ShouldBeWhole([]);

    /// <summary>The same for an analysis that was looked up: usage and the mark of a repetition belong to the request that made it.</summary>
    public static Analysis ShouldBeWholeAsKept(this Attempt<Analysis> attempt) => attempt.ShouldBeWhole([nameof(Analysis.Usage), nameof(Analysis.Duplicate)]);

    private static T ShouldBeWhole<T>(this Attempt<T> attempt, string[] mayBeMissing)
        where T : class
    {
        var answer = attempt.ShouldSucceed();
        var status = answer is Nothing ? DoneInSilence : Done;
        Verdict.That(attempt.Answer.Status == status, $"to {attempt.What} should be answered with {status}, but is with {attempt.Answer.Status}");
        if (answer is not (Nothing or ExportedFile))
        {
            var promised = answer is HomePage ? "text/html" : "application/json";
            var given = attempt.Exchange.ResponseHeaders.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value;
            Verdict.That(IsOf(promised, given), $"the answer to {attempt.What} should be {promised} in UTF-8, but is {given ?? "of no type"}");
        }

        var missing = Missing(answer, only: null).FirstOrDefault(member => !mayBeMissing.Contains(member, StringComparer.OrdinalIgnoreCase));
        Verdict.That(missing is null, $"PropIQ's answer to {attempt.What} should give the {missing}, but does not");
        return answer;
    }

    private static bool IsOf(string promised, string? given) =>
        MediaTypeHeaderValue.TryParse(given, out var type)
            && string.Equals(type.MediaType, promised, StringComparison.OrdinalIgnoreCase)
            && (type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Missing(object answer, IReadOnlyCollection<string>? only)
    {
        foreach (var member in answer.GetType().GetProperties().Where(member => only is null ? !MayBeMissing.Contains((answer.GetType(), member.Name)) : only.Contains(member.Name)))
        {
            var value = member.GetValue(answer);
            if (IsNone(value))
            {
                yield return Words(member);
            }

            foreach (var deeper in Parts(value).SelectMany(part => Missing(part, answer is History ? OfHistoryItems : null)))
            {
                yield return $"{deeper} in the {Words(member)}";
            }
        }
    }

    private static bool IsNone(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        JsonId id => id.Text.Length == 0,
        JsonElement json => json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined,
        _ => false,
    };

    private static IEnumerable<object> Parts(object? value) => value switch
    {
        IEnumerable<object> items when value is not (string or IReadOnlyList<string>) => items.Where(IsOfTheContract),
        not null when IsOfTheContract(value) => [value],
        _ => [],
    };

    private static bool IsOfTheContract(object value) => value.GetType().Namespace == typeof(Analysis).Namespace;

    private static string Words(PropertyInfo member) => Capital().Replace(member.Name, " $0").TrimStart().ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
