using Npgsql;

namespace PropIQ.Simulator.Safety;

/// <summary>Simulated users in a database that PropIQ keeps them in: the table <c>users</c> with a column <c>email</c>; what is theirs goes by the foreign keys.</summary>
internal static class SimulatedUsers
{
    private const string Theirs = "lower(split_part(email, '@', 2)) = any(@domains)";

    public static async Task<long> CountAsync(string connectionString, string[] domains, CancellationToken cancellation) =>
        Convert.ToInt64(await RunAsync(connectionString, $"select count(*) from users where {Theirs}", domains, cancellation), System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<long> DeleteAsync(string connectionString, string[] domains, CancellationToken cancellation) =>
        Convert.ToInt64(
            await RunAsync(connectionString, $"with gone as (delete from users where {Theirs} returning 1) select count(*) from gone", domains, cancellation),
            System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<object?> RunAsync(string connectionString, string sql, string[] domains, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("domains", Array.ConvertAll(domains, domain => domain.ToLowerInvariant()));
        return await command.ExecuteScalarAsync(cancellation);
    }
}
