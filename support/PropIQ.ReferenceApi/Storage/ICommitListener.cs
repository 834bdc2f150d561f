using Npgsql;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>Is told of every transaction that has committed, at once.</summary>
public interface ICommitListener
{
    /// <summary><paramref name="transaction"/> has committed. Must be quick and must not throw.</summary>
    void Committed(NpgsqlTransaction transaction);
}
