using System.Text.Json;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Tells others of an analysis that is being stored (clause 8.5).</summary>
public interface IAnalysisNews
{
    /// <summary>Queues the news, to go out if and when the transaction commits.</summary>
    Task TellAsync(NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken cancellationToken);
}

/// <summary>Weights &amp; Biases, when it is configured.</summary>
public sealed class WandbNews(IOutbox outbox, ReferenceApiOptions options) : IAnalysisNews
{
    /// <inheritdoc/>
    public Task TellAsync(NpgsqlTransaction transaction, Caller caller, Plan plan, StoredAnalysis analysis, CancellationToken cancellationToken)
    {
        if (options.WandbBaseUrl is null)
        {
            return Task.CompletedTask;
        }

        var row = new WandbRow(
            plan.Name,
            analysis.Address,
            analysis.CostUsd,
            (long)analysis.InputTokens + analysis.OutputTokens,
            analysis.DealScore,
            caller.SessionId.ToString());
        return outbox.EnqueueAsync(transaction, OutboxChannel.Wandb, caller.UserId, JsonSerializer.Serialize(row, Json.Options), cancellationToken);
    }

    // Cost in dollars.
    private sealed record WandbRow(string UserTier, string PropertyAddress, decimal AnalysisCost, long TokensUsed, decimal DealScore, string SessionId);
}
