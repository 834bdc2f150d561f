using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Submitting;

/// <summary>Clause 3.1. What is asked is checked first, then whether it repeats another request, then the allowance.</summary>
public sealed class AnalyzeEndpoint(PropertyReader reader, IAddressKeys keys, IDuplicates duplicates, IAnalyst analyst) : IEndpointModule
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/propiq/analyze", AnalyzeAsync)
            .TakesJson(typeof(AnalysisOrder))
            .Produces<AnalysisAnswer>()
            .Refuses(422);

    private async Task<IResult> AnalyzeAsync(Caller caller, JsonBody body, CancellationToken cancellationToken)
    {
        var property = reader.Read(body);
        var answer = await duplicates.OnceAsync(
            new DuplicateKey(caller.UserId, keys.KeyOf(property.Address)),
            caller.Clock,
            arrivedAt => analyst.AnalyzeAsync(caller, property, arrivedAt, CancellationToken.None),
            cancellationToken);
        return TypedResults.Ok(answer);
    }
}

/// <summary>What an analysis is asked of. The price in dollars.</summary>
public sealed record AnalysisOrder(string Address, string? PropertyType, decimal? PurchasePrice, string? Description);
