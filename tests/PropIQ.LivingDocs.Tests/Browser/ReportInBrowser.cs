using System.Text.Json.Nodes;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;
using PropIQ.Pages;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>A report's page in a browser, and whatever went wrong there.</summary>
internal sealed class ReportInBrowser : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("propiq-page-").FullName;
    private readonly List<string> troubles = [];

    private ReportInBrowser(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>Errors, and what was asked of the network.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    public static async Task<ReportInBrowser> OpenAsync(Chromium chromium, BrowserNewContextOptions options, string entry, string report)
    {
        var opened = new ReportInBrowser(await chromium.PageAsync(options));
        var (page, troubles) = (opened.Page, opened.troubles);
        page.PageError += (_, error) => troubles.Add(error);
        page.Console += (_, message) => troubles.AddRange(message.Type == "error" ? [message.Text] : []);
        page.RequestFailed += (_, request) => troubles.Add($"the network was asked for {request.Url}");
        var file = Path.Combine(opened.folder, "report.html");
        await using (var writer = new StreamWriter(file))
        {
            PageFile.Write(writer, "A report", entry, JsonNode.Parse(report), []);
        }

        await page.GotoAsync(new Uri(file).AbsoluteUri);
        await page.WaitForSelectorAsync("html[data-ready]", new() { State = WaitForSelectorState.Attached });
        return opened;
    }

    /// <summary>With everything unfolded nothing is hard to read, too wide or broken.</summary>
    public async Task ShouldBeReadableAsync(int width)
    {
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach((each) => { each.open = true; })");

        (await Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(node => node.Html))}").Should().BeEmpty();
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(width);
        Troubles.Should().BeEmpty();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
