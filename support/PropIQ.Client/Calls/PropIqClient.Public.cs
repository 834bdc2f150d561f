using System.Text;
using PropIQ.Client.Contract;
using PropIQ.Client.Http;
using PropIQ.Client.Reading;

namespace PropIQ.Client;

/// <content>What anybody may call: calculator, prices, health, the page.</content>
public sealed partial class PropIqClient
{
    /// <summary>Calculates a deal (section 4).</summary>
    public Task<Answer<DealFigures>> CalculateAsync(Deal deal, CancellationToken cancellation) =>
        caller.JsonAsync<DealFigures>(Call.Post("/propiq/calculator", deal), cancellation);

    /// <summary>The price list (clause 1.2).</summary>
    public Task<Answer<PriceList>> GetPricesAsync(CancellationToken cancellation) =>
        caller.JsonAsync<PriceList>(Call.Get("/pricing"), cancellation);

    /// <summary>Health outside the rate limit, at <c>/health</c> (clause 3.15).</summary>
    public Task<Answer<Health>> GetHealthAsync(CancellationToken cancellation) => HealthAsync("/health", cancellation);

    /// <summary>Health within the rate limit, at <c>/propiq/health</c> (clause 3.15).</summary>
    public Task<Answer<Health>> GetServiceHealthAsync(CancellationToken cancellation) => HealthAsync("/propiq/health", cancellation);

    /// <summary>The page at <c>/</c> (clause 8.6).</summary>
    public async Task<Answer<HomePage>> GetHomePageAsync(CancellationToken cancellation)
    {
        var received = await caller.SendAsync(Call.Get("/") with { Accept = "text/html" }, cancellation).ConfigureAwait(false);
        return AnswerReader.Any(received, caller.Wire, () => Page(received.Body));
    }

    private Task<Answer<Health>> HealthAsync(string path, CancellationToken cancellation) =>
        caller.JsonAsync<Health>(Call.Get(path), cancellation);

    private static (HomePage? Page, string? Complaint) Page(byte[] body) =>
        body.Length == 0 ? (null, "an empty body where a page was expected") : (new HomePage(Encoding.UTF8.GetString(body)), null);
}
