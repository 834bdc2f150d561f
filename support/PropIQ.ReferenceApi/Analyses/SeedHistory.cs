using Npgsql;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Made-up analyses, the same ones every time: different addresses, scores from the whole range.</summary>
public sealed class SeedHistory(IAnalysisStore store, ICosts costs) : ISeedHistory
{
    private const int InputTokens = 500;
    private const int OutputTokens = 1500;

    /// <inheritdoc/>
    public async Task SeedAsync(NpgsqlTransaction transaction, HistoryOrder order, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= order.Total; number++)
        {
            await store.AddAsync(transaction, order.UserId, Analysis(number, TimeOf(number, order)), cancellationToken);
        }
    }

    // The last of each part is a minute old; in a period that has only just begun they share its first moment.
    private static DateTimeOffset TimeOf(int number, HistoryOrder order)
    {
        var older = order.Total - order.Counted;
        if (number <= older)
        {
            return order.PeriodStart.AddMinutes(number - older - 1);
        }

        var time = order.Now.AddMinutes(number - order.Total - 1);
        return time < order.PeriodStart ? order.PeriodStart : time;
    }

    private StoredAnalysis Analysis(int number, DateTimeOffset createdAt) => new(
        Guid.NewGuid(),
        Sequence: 0,
        $"{number} Seeded St, Austin, TX 787{number % 100:00}",
        Coverage.Full,
        PropertyTypes.Default,
        PurchasePrice: 250_000m + (number * 1_000m),
        DealScore: 20m + (number * 37 % 76),
        $"Seeded analysis number {number}.",
        """{"cap_rate": 6.5, "monthly_cash_flow": 250}""",
        "gpt-4o-mini",
        InputTokens,
        OutputTokens,
        costs.Of(InputTokens, OutputTokens),
        createdAt);
}
