using Microsoft.Playwright;
using PropIQ.LivingDocs.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>The system's own Chromium, headless, once for all tests; without one, the browser tests are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A machine that is busy with other things takes its time: it costs nothing to wait longer for what does come. In milliseconds.</summary>
    private const int Patience = 60_000;

    /// <summary>A browser of its own for a test, with nothing kept from any other.</summary>
    public async Task<IPage> PageAsync(BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, $"No Chromium was found on the PATH ({string.Join(", ", Names)}): install Debian's package chromium, or any Chrome.");
        var context = await browser!.NewContextAsync(options);

        // The page must do without any network: a request to one fails the test that makes it.
        await context.SetOfflineAsync(true);
        context.SetDefaultTimeout(Patience);
        return await context.NewPageAsync();
    }

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var program = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)))
            .FirstOrDefault(File.Exists);
        if (program is null)
        {
            return;
        }

        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
