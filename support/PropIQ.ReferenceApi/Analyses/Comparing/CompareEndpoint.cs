using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Comparing;

/// <summary>Clause 3.14.</summary>
public sealed class CompareEndpoint(AnalysisFinder finder, IRanking ranking) : IEndpointModule
{
    private const int Fewest = 2;
    private const int Most = 10;

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/propiq/compare", CompareAsync)
            .TakesJson(typeof(ComparisonOrder))
            .Produces<Comparison>()
            .Refuses(404, 422);

    private async Task<IResult> CompareAsync(Caller caller, JsonBody body, CancellationToken cancellationToken)
    {
        var ids = body.Texts("property_ids");
        if (!ids.IsGiven
            || ids.Value!.Count is < Fewest or > Most
            || ids.Value.Distinct(StringComparer.OrdinalIgnoreCase).Count() != ids.Value.Count)
        {
            throw new Refusal(422, "invalid_comparison", $"property_ids must be a list of {Fewest} to {Most} different ids.");
        }

        var ranked = ranking.BestFirst(await finder.FindAsync(caller.UserId, ids.Value, cancellationToken));
        return TypedResults.Ok(new Comparison(
            [.. ranked.Select(analysis => new RankedAnalysis(analysis.Id.ToString(), analysis.Address, analysis.DealScore))],
            ranked[0].Id.ToString()));
    }
}

/// <summary>The ids of the analyses to compare.</summary>
public sealed record ComparisonOrder(IReadOnlyList<string> PropertyIds);

/// <summary>The ranking, best first.</summary>
public sealed record Comparison(IReadOnlyList<RankedAnalysis> Ranking, string BestId);

/// <summary>One place in the ranking; the score is 0–100.</summary>
public sealed record RankedAnalysis(string AnalysisId, string Address, decimal DealScore);
