using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PropIQ.LivingDocs.Model;

namespace PropIQ.LivingDocs.Output;

/// <summary>The page in short, for a pipeline's job page or a comment on a pull request.</summary>
public static partial class MarkdownSummary
{
    private const int MostLines = 25;

    /// <summary>Writes the summary.</summary>
    public static string Of(PageModel model)
    {
        var text = new StringBuilder();
        Line($"## {Plain(Headline.Of(model))}");
        Line();
        Line($"| | kept | broken | not run | without a scenario |");
        Line($"|---|---:|---:|---:|---:|");
        Line($"| Promises | {Promises(Status.Kept)} | {Promises(Status.Broken)} | {Promises(Status.NotRun)} | {Promises(Status.NoScenario)} |");
        foreach (var group in model.Promises.GroupBy(promise => promise.Group))
        {
            Line($"| {Plain(group.Key)} | {Of(group, Status.Kept)} | {Of(group, Status.Broken)} | {Of(group, Status.NotRun)} | {Of(group, Status.NoScenario)} |");
        }

        var broken = model.Promises.Where(promise => promise.Status == Status.Broken)
            .OrderBy(promise => Headline.Severities.ToList().IndexOf(promise.Severity)).ToList();
        Section("Broken", [.. broken.Select(promise => $"- **{Plain(promise.Wording)}** ({promise.Severity}): {Plain(promise.Hurt)} _{Plain(string.Join(", ", promise.Personas))}_")]);
        var failed = model.Scenarios.Where(scenario => scenario.Status == Status.Failed).ToList();
        Section("Failed scenarios", [.. failed.Select(scenario => $"- {Plain(scenario.Name)} ({Plain(scenario.Feature)}:{scenario.Line}): {Plain(Short(scenario.Reason))}")]);
        Section("Since last time", [.. model.Since.Definitions
            .Select(label => (label.Label, Names: model.Scenarios.Where(scenario => scenario.Since.Contains(label.Label)).Select(scenario => scenario.Name).ToList()))
            .Where(label => label.Names.Count > 0)
            .Select(label => $"- {label.Names.Count} {label.Label}{(label.Label == "new" ? "" : $": {Plain(string.Join("; ", label.Names.Take(5)))}")}")]);
        Section(
            model.Since.Revision is { } revision ? $"Rules since {Plain(revision)}" : "Rules",
            [.. model.Since.Rules.Select(rule => $"- {rule.Change}: {Plain(rule.Rule)} ({Plain(rule.Feature)})")]);
        Section("Proof that it bites", model.Bite is { } bite
            ? [Plain(bite.Summary), .. bite.Survivors.Select(fault => $"- {Plain(fault)} was not noticed")]
            : []);
        Section("Mind", [.. model.Run.Troubles.Select(trouble => $"- {Plain(trouble.What)} {Plain(Short(trouble.Detail))}".TrimEnd())]);
        Line();
        Line($"{model.Scenarios.Count} scenarios; {string.Join(", ", model.Totals.Scenarios.OrderByDescending(count => count.Value).Select(count => $"{count.Value} {count.Key}"))}. "
            + Plain($"Build {model.Run.Build ?? "unknown"}; target {model.Run.Target ?? "unknown"}; run {model.Run.StartedAt?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "at an unknown time"}."));
        return text.ToString();

        void Line(string line = "") => text.Append(line).Append('\n');

        void Section(string title, IReadOnlyList<string> lines)
        {
            if (lines.Count == 0)
            {
                return;
            }

            Line();
            Line($"### {title}");
            foreach (var line in lines.Take(MostLines))
            {
                Line(line);
            }

            if (lines.Count > MostLines)
            {
                Line($"- and {lines.Count - MostLines} more");
            }
        }

        int Promises(string status) => model.Totals.Promises.GetValueOrDefault(status);
        static int Of(IEnumerable<Promise> group, string status) => group.Count(promise => promise.Status == status);
    }

    private static string Short(string? text) => text is null ? "" : text.Split('\n')[0] is { Length: > 300 } line ? $"{line[..300]}…" : text.Split('\n')[0].TrimEnd('\r');

    // Everything that Markdown or HTML could take for a mark.
    private static string Plain(string text) => Marks().Replace(text, @"\$0").Replace("\n", " ", StringComparison.Ordinal);

    [GeneratedRegex(@"[\\`*_\[\]<>|~#&]")]
    private static partial Regex Marks();
}
