using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>The reservations' table. Their life is measured by the database's clock: users' clocks may be moved.</summary>
public sealed class Reservations(ReferenceApiOptions options, ReservationLimits limits)
{
    /// <summary>How many places of a period are being worked on.</summary>
    public Task<int> CountAsync(NpgsqlTransaction transaction, Guid userId, DateTimeOffset periodStart, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<int>(new CommandDefinition(
            """
            select count(*) from reservations
            where user_id = @userId and period_start = @periodStart and expires_at > clock_timestamp()
            """,
            new { userId, periodStart },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Takes a place.</summary>
    public Task AddAsync(NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            delete from reservations where user_id = @UserId and expires_at <= clock_timestamp();
            insert into reservations (id, user_id, instance, period_start, expires_at)
            values (@Id, @UserId, @InstanceName, @PeriodStart, clock_timestamp() + make_interval(secs => @Seconds))
            """,
            new { reservation.Id, reservation.UserId, options.InstanceName, reservation.PeriodStart, Seconds = limits.Lifetime.TotalSeconds },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Ends a reservation in favour of its analysis: the period it counts in, or null when it has lapsed or was dropped after a crash.</summary>
    public Task<DateTimeOffset?> TakeAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(
            "delete from reservations where id = @id and expires_at > clock_timestamp() returning period_start",
            new { id },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Has a user's reservations count in a period whose start has been moved.</summary>
    public Task MoveAsync(NpgsqlTransaction transaction, Guid userId, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "update reservations set period_start = @to where user_id = @userId and period_start = @from",
            new { userId, from, to },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Drops reservations.</summary>
    public async Task DropAsync(NpgsqlTransaction transaction, Guid[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length > 0)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                "delete from reservations where id = any(@ids)",
                new { ids },
                transaction,
                cancellationToken: cancellationToken));
        }
    }

    /// <summary>Drops what an earlier run of this very instance left unfinished.</summary>
    public Task DropLeftoversAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "delete from reservations where instance = @InstanceName or expires_at <= clock_timestamp()",
            new { options.InstanceName },
            transaction,
            cancellationToken: cancellationToken));
}
