using System.Globalization;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses.Exports;

/// <summary>Clause 3.13.</summary>
public sealed class ExportEndpoint(
    Database database,
    IAnalysisStore store,
    AnalysisFinder finder,
    IPlanOfUser plans,
    IExportPolicy policy,
    IEnumerable<IExportWriter> writers) : IEndpointModule
{
    private readonly Dictionary<string, IExportWriter> writers = writers.ToDictionary(writer => writer.Format, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/propiq/export", ExportAsync)
            .TakesJson(typeof(ExportOrder))
            .Produces<Stream>(StatusCodes.Status200OK, "application/pdf", "text/csv", "application/json")
            .Refuses(403, 404, 422);

    private async Task<IResult> ExportAsync(Caller caller, JsonBody body, HttpResponse response, CancellationToken cancellationToken)
    {
        var order = ExportOrder.Read(body, writers.Keys);
        var plan = await database.QueryAsync((connection, limited) => plans.ReadAsync(connection, caller.UserId, limited), cancellationToken);
        if (!policy.Allows(plan))
        {
            throw new Refusal(403, "export_requires_paid_plan", "Export feature requires paid subscription");
        }

        var analyses = await SelectAsync(caller, order, cancellationToken);
        var writer = writers[order.Format];
        response.Headers["X-Exported-Count"] = analyses.Count.ToString(CultureInfo.InvariantCulture);
        var day = caller.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Results.File(writer.Write(analyses), writer.ContentType, $"propiq-analyses-{day}.{writer.Format}");
    }

    private Task<IReadOnlyList<StoredAnalysis>> SelectAsync(Caller caller, ExportOrder order, CancellationToken cancellationToken) =>
        order.AnalysisIds is { } ids
            ? finder.FindAsync(caller.UserId, ids, cancellationToken)
            : database.QueryAsync(
                (connection, limited) => store.NewestAsync(connection, caller.UserId, 0, order.Count!.Value, limited),
                cancellationToken);
}
