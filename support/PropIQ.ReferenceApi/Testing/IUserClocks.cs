using Npgsql;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Each user's clock: the machine's, unless the testing interface has moved it (clause 10.2). Times are whole microseconds, as the database keeps them.</summary>
public interface IUserClocks
{
    /// <summary>The clock of whoever has this e-mail, with or without an account. It follows later moves.</summary>
    TimeProvider For(string email);

    /// <summary>The clock of an account; the machine's when there is none.</summary>
    Task<TimeProvider> ForAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);
}
