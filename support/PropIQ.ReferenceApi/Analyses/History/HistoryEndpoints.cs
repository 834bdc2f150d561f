using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses.History;

/// <summary>Clauses 3.11 and 3.12.</summary>
public sealed class HistoryEndpoints(
    Database database, IAnalysisStore store, IPlanOfUser plans, IHistoryPolicy policy, AnalysisFinder finder, AnalysisViews views) : IEndpointModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/propiq/history", ListAsync).Produces<HistoryPage>().Refuses(422);
        routes.MapGet("/propiq/analyses/{id}", FindAsync).Produces<AnalysisItem>().Refuses(404);
    }

    private async Task<IResult> ListAsync(Caller caller, string? limit, string? offset, CancellationToken cancellationToken)
    {
        var page = Paging.Read(limit, offset);
        var history = await database.QueryAsync(
            async (connection, limited) =>
            {
                var plan = await plans.ReadAsync(connection, caller.UserId, limited);
                var total = await store.CountAsync(connection, caller.UserId, limited);
                var shown = policy.Shown(plan, total);
                var skip = (int)Math.Min(page.Offset, shown);
                var items = await store.NewestAsync(connection, caller.UserId, skip, Math.Min(page.Limit, shown - skip), limited);
                return new HistoryPage([.. items.Select(views.Item)], total, page.Limit, shown < total);
            },
            cancellationToken);
        return TypedResults.Ok(history);
    }

    private async Task<IResult> FindAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var found = await finder.FindAsync(caller.UserId, [id], cancellationToken);
        return TypedResults.Ok(views.Item(found[0]));
    }
}

/// <summary>A page of the history, newest first. <c>Total</c> is all there is, hidden ones included; <c>Truncated</c> says that the plan hides some.</summary>
public sealed record HistoryPage(IReadOnlyList<AnalysisItem> Items, int Total, int Limit, bool Truncated);
