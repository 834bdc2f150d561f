using System.Diagnostics;
using System.Text;
using PropIQ.LivingDocs.Features;

namespace PropIQ.LivingDocs.Model;

/// <summary>Which rules were added, changed or removed since a revision of the repository.</summary>
public static class Revisions
{
    /// <summary>Compares the folder's features with those of a revision.</summary>
    /// <exception cref="InvalidOperationException">Git is not there, or does not know the revision.</exception>
    public static IReadOnlyList<RuleChange> Since(string revision, string folder, IReadOnlyList<FeatureSpec> features)
    {
        // "./" means the folder itself to git, wherever in the repository that is.
        var old = Git(folder, "ls-tree", "-r", "--name-only", revision, "--", ".")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => path.EndsWith(".feature", StringComparison.Ordinal))
            .Select(path => FeatureReader.Read(path, Git(folder, "show", $"{revision}:./{path}")))
            .OfType<FeatureSpec>()
            .ToList();
        return Compare(old, features);
    }

    /// <summary>Compares rules by their feature's path and their name, and what they hold by its words.</summary>
    public static IReadOnlyList<RuleChange> Compare(IReadOnlyList<FeatureSpec> before, IReadOnlyList<FeatureSpec> now)
    {
        var old = RulesOf(before);
        var current = RulesOf(now);
        return
        [
            .. current.Where(rule => !old.ContainsKey(rule.Key)).Select(rule => Change("added", rule.Key, rule.Value)),
            .. current.Where(rule => old.TryGetValue(rule.Key, out var was) && Words(was) != Words(rule.Value)).Select(rule => Change("changed", rule.Key, rule.Value)),
            .. old.Where(rule => !current.ContainsKey(rule.Key)).Select(rule => Change("removed", rule.Key, rule.Value)),
        ];
    }

    /// <summary>The short name of the revision that is checked out in a folder; null where there is none.</summary>
    public static string? Current(string folder)
    {
        try
        {
            return Git(folder, "describe", "--always", "--dirty", "--abbrev=10", "--exclude=*").Trim() is { Length: > 0 } name ? name : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static Dictionary<(string Feature, string Rule), RuleSpec> RulesOf(IEnumerable<FeatureSpec> features) =>
        features.SelectMany(feature => feature.Rules.Select(rule => (Key: (feature.Path, rule.Name), rule)))
            .DistinctBy(each => each.Key)
            .ToDictionary(each => each.Key, each => each.rule);

    private static RuleChange Change(string change, (string Feature, string Rule) key, RuleSpec rule) =>
        new(change, key.Feature, key.Rule, change == "removed" ? [] : [.. rule.Scenarios.Select(scenario => scenario.Id)]);

    private static string Words(RuleSpec rule) => string.Join('\n', rule.Scenarios.SelectMany(scenario =>
        scenario.Steps.Select(step => $"{step.Keyword} {step.Text} {string.Join('|', step.Table?.SelectMany(row => row) ?? [])} {step.DocString}")
            .Prepend($"{scenario.Name}\n{scenario.Description}"))) + rule.Description;

    private static string Git(string folder, params string[] arguments)
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            // Read as it comes, or a talkative git waits for ever.
            var errors = new StringBuilder();
            git.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {errors.ToString().Trim()}");
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new InvalidOperationException($"git could not be started: {error.Message}", error);
        }
    }
}
