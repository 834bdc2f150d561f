using Npgsql;

namespace PropIQ.Sandbox.Databases;

/// <summary>The PostgreSQL server that a world's databases are in.</summary>
internal interface IPostgresServer : IAsyncDisposable
{
    /// <summary>How to connect as a user who may make databases. A new copy each time.</summary>
    NpgsqlConnectionStringBuilder Connection();

    /// <summary>True when the server outlives the world, so that databases have to be dropped.</summary>
    bool Stays { get; }
}
