using Npgsql;
using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Keeps analyses. Whoever asks sees their own only (clause 2.10).</summary>
public interface IAnalysisStore
{
    /// <summary>Stores an analysis; the result has its place in the order of storing.</summary>
    Task<StoredAnalysis> AddAsync(NpgsqlTransaction transaction, Guid userId, StoredAnalysis analysis, CancellationToken cancellationToken);

    /// <summary>How many of a user's there are.</summary>
    Task<int> CountAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);

    /// <summary>A user's, newest first; of the same instant, the one stored last is first.</summary>
    Task<IReadOnlyList<StoredAnalysis>> NewestAsync(NpgsqlConnection connection, Guid userId, int skip, int take, CancellationToken cancellationToken);

    /// <summary>Those of a user that have one of the ids, in any order.</summary>
    Task<IReadOnlyList<StoredAnalysis>> FindAsync(NpgsqlConnection connection, Guid userId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
