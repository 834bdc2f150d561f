using System.Diagnostics;
using Dapper;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Waits until the outbox is empty, for one user or for all (clause 10.4).</summary>
public sealed class OutboxDrain(OutboxSignal signal, Database database)
{
    private const string Scope = "(@key::text is null or user_id in (select id from users where email_key = @key))";

    // Only a transaction of this process raises the signal; another's are found by looking again.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Makes what is pending due now and waits until it has been sent, or the time is up.</summary>
    public async Task<DrainAnswer> RunAsync(string? email, TimeSpan patience, CancellationToken cancellationToken)
    {
        var key = email is null ? null : EmailKey.Of(email);
        var started = Stopwatch.GetTimestamp();
        var seen = new HashSet<long>();
        await ReadAsync<long>($"update outbox set due_at = now() where {Scope} and due_at > now() returning id", key, cancellationToken);
        signal.Raise();
        while (true)
        {
            var changed = signal.Next;
            var pending = await ReadAsync<long>($"select id from outbox where {Scope}", key, cancellationToken);
            seen.UnionWith(pending);
            var left = patience - Stopwatch.GetElapsedTime(started);
            if (pending.Count == 0 || left <= TimeSpan.Zero)
            {
                return new DrainAnswer(seen.Count - pending.Count, pending.Count);
            }

            await WaitAsync(changed, left < Look ? left : Look, cancellationToken);
        }
    }

    private static async Task WaitAsync(Task changed, TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            await changed.WaitAsync(longest, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Time to look again.
        }
    }

    private Task<List<T>> ReadAsync<T>(string sql, string? key, CancellationToken cancellationToken) => database.QueryAsync(
        async (connection, limited) => (await connection.QueryAsync<T>(new CommandDefinition(sql, new { key }, cancellationToken: limited))).AsList(),
        cancellationToken);
}
