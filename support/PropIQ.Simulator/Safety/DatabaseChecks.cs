using Npgsql;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Safety;

/// <summary>The checks that a database connection makes measurable.</summary>
internal static class DatabaseChecks
{
    /// <summary>Room enough for the run's rows: a megabyte a user is plenty.</summary>
    public static async Task<PreflightEntry> RoomAsync(PreflightOrder order, CancellationToken cancellation)
    {
        const string What = "the database has room for the run";
        if (order.Database is not { } connectionString)
        {
            return Preflight.Asked("database-room", What, order, "No database connection was given (--database).");
        }

        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellation);
            await using var command = new NpgsqlCommand("select pg_database_size(current_database())", connection);
            var megabytes = Convert.ToDecimal(await command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture) / 1_048_576m;
            var after = megabytes + order.Profile.Users.Count;
            return after <= order.DatabaseLimitMegabytes
                ? new("database-room", Preflight.Passed, $"{megabytes:0} MB of {order.DatabaseLimitMegabytes:0} MB are used.")
                : new("database-room", Preflight.Failed, $"{megabytes:0} MB of {order.DatabaseLimitMegabytes:0} MB are used: no room for the run's users.");
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            return new("database-room", Preflight.Failed, $"The database cannot be asked: {failure.GetType().Name}.");
        }
    }

    public static async Task<PreflightEntry> CleanupAsync(PreflightOrder order, CancellationToken cancellation)
    {
        if (order.Database is not { } connectionString)
        {
            return new("cleanup", Preflight.Failed, "Simulated users could not be removed: give a testing interface (PROPIQ_TESTING_SECRET) or a database (--database).");
        }

        try
        {
            var count = await SimulatedUsers.CountAsync(connectionString, [Preflight.OwnDomain, .. order.Domains], cancellation);
            return new("cleanup", Preflight.Passed, $"The database connection can remove simulated users ({count} are there).");
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            return new("cleanup", Preflight.Failed, $"The database cannot be asked for simulated users: {failure.GetType().Name}.");
        }
    }
}
