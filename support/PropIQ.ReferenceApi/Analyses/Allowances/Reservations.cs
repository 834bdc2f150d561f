using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>The reservations' table. Their life is measured by the database's clock: users' clocks may be moved.</summary>
public sealed class Reservations(ReferenceApiOptions options, ReservationLimits limits)
{
    /// <summary>
    /// Locks the user's row until the transaction ends, and reads the usage together with the places that are being worked on,
    /// those <paramref name="leftBehind"/> not counted; null when there is no such user.
    /// </summary>
    public async Task<Occupancy?> LockAsync(NpgsqlTransaction transaction, Guid userId, Guid[] leftBehind, CancellationToken cancellationToken)
    {
        await using var results = await UsageRecords.LockedAsync(
            transaction,
            $"""
            select {UsageRow.Columns}, r.period_start, r.places
            from {UsageRow.Tables}
            left join (
                select period_start, count(*) as places from reservations
                where user_id = @userId and expires_at > clock_timestamp() and not id = any(@leftBehind)
                group by period_start) r on true
            where u.id = @userId
            """,
            new { userId, leftBehind },
            cancellationToken);
        var rows = (await results.ReadAsync<OccupancyRow>()).AsList();
        return rows is [var first, ..] ? new Occupancy(first.State, rows.ToLookup(row => row.PeriodStart, row => row.Places)) : null;
    }

    /// <summary>Takes a place.</summary>
    public Task AddAsync(NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            with lapsed as (delete from reservations where user_id = @UserId and expires_at <= clock_timestamp())
            insert into reservations (id, user_id, instance, period_start, expires_at)
            values (@Id, @UserId, @InstanceName, @PeriodStart, clock_timestamp() + make_interval(secs => @Seconds))
            """,
            new { reservation.Id, reservation.UserId, options.InstanceName, reservation.PeriodStart, Seconds = limits.Lifetime.TotalSeconds },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>
    /// Locks the user's row, ends a reservation in favour of its analysis, and counts that in the period that it was reserved for.
    /// When another request has started the next period meanwhile, that period's count is gone and there is nothing to add to.
    /// </summary>
    /// <returns>The usage after that; null when the reservation has lapsed or was dropped after a crash, or the user is gone.</returns>
    public async Task<UsageState?> CountAsync(NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken)
    {
        await using var results = await UsageRecords.LockedAsync(
            transaction,
            $"""
            with taken as (
                delete from reservations where id = @Id and expires_at > clock_timestamp()
                returning period_start),
            counted as (
                update users set usage_count = usage_count + 1 from taken
                where users.id = @UserId and users.usage_period_start = taken.period_start)
            select count(*) from taken;
            {UsageRecords.Read}
            """,
            new { reservation.Id, reservation.UserId },
            cancellationToken);
        var taken = await results.ReadSingleAsync<long>();
        var usage = await results.ReadSingleOrDefaultAsync<UsageRow>();
        return taken == 0 ? null : usage?.State;
    }

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

    // The usage in each row, and the places of one period, if any are taken.
    private sealed record OccupancyRow : UsageRow
    {
        public DateTimeOffset? PeriodStart { get; init; }

        public long Places { get; init; }
    }
}

/// <summary>A user's usage, and the places that are being worked on by the beginning of their period.</summary>
public sealed record Occupancy(UsageState Usage, ILookup<DateTimeOffset?, long> Taken)
{
    /// <summary>How many places of a period are being worked on.</summary>
    public int InFlight(DateTimeOffset periodStart) => (int)Taken[periodStart].Sum();
}
