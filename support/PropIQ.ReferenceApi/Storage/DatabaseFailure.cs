using System.Net.Sockets;
using Npgsql;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Storage;

/// <summary>Tells the database's failures apart: too slow, not there, or our own mistake.</summary>
public static class DatabaseFailure
{
    /// <summary>The refusal that <paramref name="failure"/> comes to; null when it is no failure of the database's, or the caller gave up.</summary>
    public static Refusal? From(Exception failure, CancellationToken callers) => failure switch
    {
        Refusal => null,
        OperationCanceledException when callers.IsCancellationRequested => null,
        OperationCanceledException or TimeoutException => Timeout(failure),
        PostgresException postgres => FromServer(postgres),
        NpgsqlException { InnerException: TimeoutException } => Timeout(failure),
        NpgsqlException or SocketException => Unavailable(failure),
        _ => null,
    };

    /// <summary>503: the database cannot be reached.</summary>
    public static Refusal Unavailable(Exception? cause) =>
        new(503, "database_unavailable", "The database is not available. Please try again.", cause) { RetryAfter = TimeSpan.FromSeconds(2) };

    private static Refusal Timeout(Exception cause) =>
        new(504, "database_timeout", "The database did not answer in time. Please try again.", cause);

    private static Refusal? FromServer(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.LockNotAvailable => Timeout(failure),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.TooManyConnections => Unavailable(failure),
        ['0', '8', ..] => Unavailable(failure),
        _ => null,
    };
}
