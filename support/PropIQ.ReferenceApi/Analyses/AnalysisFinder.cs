using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Finds a user's own analyses by the ids as they were sent.</summary>
public sealed class AnalysisFinder(Database database, IAnalysisStore store)
{
    /// <summary>
    /// The analyses in the order of the ids. One that does not exist, is someone else's, or cannot even be an id makes
    /// it a 404 <c>not_found</c> refusal: whoever asks cannot tell which.
    /// </summary>
    public async Task<IReadOnlyList<StoredAnalysis>> FindAsync(Guid userId, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Select(id => Guid.TryParseExact(id, "D", out var value) ? value : throw NotFound()).ToList();
        var found = await database.QueryAsync((connection, limited) => store.FindAsync(connection, userId, wanted, limited), cancellationToken);
        var byId = found.ToDictionary(analysis => analysis.Id);
        return [.. wanted.Select(id => byId.GetValueOrDefault(id) ?? throw NotFound())];
    }

    private static Refusal NotFound() => new(404, "not_found", "There is no such analysis.");
}
