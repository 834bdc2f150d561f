using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Made-up analyses, the same ones every time: different addresses, scores from the whole range. All in one statement.</summary>
public sealed class SeedHistory(ICosts costs) : ISeedHistory
{
    private const int InputTokens = 500;
    private const int OutputTokens = 1500;

    /// <inheritdoc/>
    public Task SeedAsync(NpgsqlTransaction transaction, HistoryOrder order, CancellationToken cancellationToken)
    {
        int[] numbers = [.. Enumerable.Range(1, order.Total)];
        return transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            insert into analyses (id, user_id, address, coverage, property_type, purchase_price, deal_score, summary, metrics,
                                  model, input_tokens, output_tokens, cost_usd, created_at)
            select gen_random_uuid(), @UserId, address, 'full', @PropertyType, price, score, summary,
                   '{"cap_rate": 6.5, "monthly_cash_flow": 250}'::json, 'gpt-4o-mini', @InputTokens, @OutputTokens, @Cost, at
            from unnest(@Addresses, @Prices, @Scores, @Summaries, @Times) with ordinality as seeded(address, price, score, summary, at, number)
            order by number
            """,
            new
            {
                order.UserId,
                PropertyType = PropertyTypes.Default,
                InputTokens,
                OutputTokens,
                Cost = costs.Of(InputTokens, OutputTokens),
                Addresses = numbers.Select(number => $"{number} Seeded St, Austin, TX 787{number % 100:00}").ToArray(),
                Prices = numbers.Select(number => 250_000m + (number * 1_000m)).ToArray(),
                Scores = numbers.Select(number => 20m + (number * 37 % 76)).ToArray(),
                Summaries = numbers.Select(number => $"Seeded analysis number {number}.").ToArray(),
                Times = numbers.Select(number => TimeOf(number, order)).ToArray(),
            },
            transaction,
            cancellationToken: cancellationToken));
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
}
