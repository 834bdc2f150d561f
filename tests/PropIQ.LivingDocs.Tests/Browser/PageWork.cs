using Microsoft.Playwright;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>What a page makes the processor do: as much on a machine that is busy with other things, whereas by the clock anything may take seconds there.</summary>
internal sealed class PageWork : IAsyncDisposable
{
    private readonly ICDPSession session;

    private PageWork(ICDPSession session) => this.session = session;

    public static async Task<PageWork> OfAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        return new(session);
    }

    /// <summary>The processor's time of the page's thread since this began to look: scripts, styles, layout, all of it.</summary>
    public async Task<TimeSpan> SoFarAsync()
    {
        var metrics = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics");
        return TimeSpan.FromSeconds(metrics.EnumerateArray().Single(metric => metric.GetProperty("name").GetString() == "ThreadTime").GetProperty("value").GetDouble());
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}
