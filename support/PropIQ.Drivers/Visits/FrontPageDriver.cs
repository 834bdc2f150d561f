using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Visits;

/// <summary>PropIQ's page for visitors (contract, 8.6).</summary>
public sealed partial class FrontPageDriver(Asking asking)
{
    /// <summary>Opens the page.</summary>
    public Task OpenAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "open the front page", client => client.GetHomePageAsync(cancellationToken), cancellationToken);

    /// <summary>The page loads Microsoft Clarity's script, for this project of Clarity's.</summary>
    public static void ShouldTellClarity(Actor actor, string project)
    {
        var html = actor.Journal.LastOf<HomePage>().ShouldBeWhole().Html;
        var scripts = string.Join('\n', Script().Matches(Comment().Replace(html, "")).Select(match => match.Value));
        Verdict.That(scripts.Contains("clarity.ms/tag/", StringComparison.OrdinalIgnoreCase), "the front page should load Clarity's script, but does not");
        Verdict.That(
            Regex.IsMatch(scripts, $@"(?<![A-Za-z0-9]){Regex.Escape(project)}(?![A-Za-z0-9])"),
            $"the front page should tell Clarity's project {project} of visits, but names it in no script");
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("<script.*?</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
