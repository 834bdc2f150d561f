using Microsoft.Playwright;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>A page that was written from messages, opened from disk.</summary>
public sealed class Opened : IAsyncDisposable
{
    private readonly FeaturesOnDisk features;
    private readonly List<string> troubles = [];

    private Opened(FeaturesOnDisk features, IPage page)
    {
        (this.features, Page) = (features, page);
        page.PageError += (_, error) => troubles.Add(error);
        page.Console += (_, message) => troubles.AddRange(message.Type == "error" ? [message.Text] : []);
        page.Dialog += (_, dialog) => troubles.Add($"a dialog: {dialog.Message}");
        page.RequestFailed += (_, request) => troubles.Add($"the network was asked for {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors, dialogs and requests: there should be none.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    /// <summary>Where the page lies.</summary>
    public string Address => new Uri(Path.Combine(features.Path, "page.html")).AbsoluteUri;

    public static async Task<Opened> Async(Chromium chromium, string messages, string hash = "", BrowserNewContextOptions? options = null, string? simulation = null, string? kills = null)
    {
        var page = await chromium.PageAsync(options);
        var features = Sample.OnDisk();
        var file = Path.Combine(features.Path, "run.ndjson");
        await File.WriteAllTextAsync(file, messages);
        if (simulation is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(features.Path, "simulation.json"), simulation);
        }

        var matrix = Path.Combine(features.Path, "kill-matrix.json");
        if (kills is not null)
        {
            await File.WriteAllTextAsync(matrix, kills);
        }

        await Generator.RunAsync(new Options
        {
            Messages = [file],
            Out = Path.Combine(features.Path, "page.html"),
            Features = features.Path,
            Simulation = Path.Combine(features.Path, "simulation.json"),
            Kills = kills is null ? [] : [matrix],
        });
        var opened = new Opened(features, page);
        await opened.GoAsync(hash);
        return opened;
    }

    /// <summary>Follows a link into the page, as from an e-mail.</summary>
    public async Task GoAsync(string hash)
    {
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(Address + hash);
        await ReadyAsync();
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync();
    }

    public ILocator Heading => Page.Locator("main h1");

    public ILocator Main => Page.Locator("main");

    private Task ReadyAsync() =>
        Page.WaitForSelectorAsync("html[data-ready]", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        features.Dispose();
    }
}
