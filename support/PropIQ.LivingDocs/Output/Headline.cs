using System.Globalization;
using PropIQ.LivingDocs.Model;

namespace PropIQ.LivingDocs.Output;

/// <summary>The first line of page and summary: what is broken, and whom it hurts.</summary>
public static class Headline
{
    /// <summary>The severities, worst first.</summary>
    public static readonly IReadOnlyList<string> Severities = ["critical", "high", "medium"];

    /// <summary>The sentence.</summary>
    public static string Of(PageModel model)
    {
        var broken = model.Promises.Where(promise => promise.Status == Status.Broken).ToList();
        if (model.Promises.Count == 0)
        {
            return Scenarios(model);
        }

        if (broken.Count == 0)
        {
            var kept = model.Promises.Count(promise => promise.Status == Status.Kept);
            var failed = model.Totals.Scenarios.GetValueOrDefault(Status.Failed);
            var outside = failed > 0 ? $"; {Number(failed)} scenarios outside of them failed" : "";
            return kept == model.Promises.Count
                ? $"All {Number(kept)} promises are kept{outside}."
                : $"No promise is known to be broken; {Number(kept)} of {Number(model.Promises.Count)} are kept{Rest(model)}{outside}.";
        }

        var bySeverity = Severities.Select(severity => (severity, count: broken.Count(promise => promise.Severity == severity)))
            .Where(each => each.count > 0)
            .Select(each => $"{Number(each.count)} {each.severity}");
        string[] hurt = [.. broken.SelectMany(promise => promise.Personas).CountBy(name => name).OrderByDescending(name => name.Value).Select(name => name.Key)];
        return $"{Number(broken.Count)} of {Number(model.Promises.Count)} promises {(broken.Count == 1 ? "is" : "are")} broken: {string.Join(", ", bySeverity)}."
            + (hurt.Length > 0 ? $" Hurt: {Listed(hurt)}." : "");
    }

    private static string Rest(PageModel model) => string.Concat(
        new[] { (Status.NotRun, "did not run in full"), (Status.NoScenario, "without a scenario") }
            .Select(each => (count: model.Totals.Promises.GetValueOrDefault(each.Item1), words: each.Item2))
            .Where(each => each.count > 0)
            .Select(each => $", {Number(each.count)} {each.words}"));

    private static string Scenarios(PageModel model)
    {
        var failed = model.Totals.Scenarios.GetValueOrDefault(Status.Failed);
        var passed = model.Totals.Scenarios.GetValueOrDefault(Status.Passed);
        return failed > 0
            ? $"{Number(failed)} of {Number(model.Scenarios.Count)} scenarios failed."
            : $"{Number(passed)} of {Number(model.Scenarios.Count)} scenarios passed, none failed.";
    }

    private static string Listed(string[] names) => names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
