using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>Reservations in the database, each taken and counted under a short lock on the user's row.</summary>
public sealed partial class Allowance(
    Database database,
    UsageRecords usage,
    Reservations reservations,
    AbandonedReservations abandoned,
    IUsagePeriods periods,
    IAllowancePolicy policy,
    IWarnings warnings,
    ILogger<Allowance> log) : IAllowance
{
    /// <inheritdoc/>
    public async Task<Reservation> ReserveAsync(Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        try
        {
            return await database.InTransactionAsync((transaction, limited) => ReserveAsync(transaction, id, userId, now, limited), cancellationToken);
        }
        catch (Exception failure) when (failure is not Refusal { Status: 429 })
        {
            // The commit may have arrived although its answer did not.
            abandoned.Add(userId, id);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<Counted> CountAsync(NpgsqlTransaction transaction, Reservation reservation, CancellationToken cancellationToken)
    {
        var state = await reservations.CountAsync(transaction, reservation, cancellationToken)
            ?? throw new Refusal(504, "database_timeout", "The analysis could not be stored in time. Please try again.");
        var plan = Plan.Of(state.Tier);
        return new Counted(plan, UsageView.Of(state.Count, plan.Analyses, periods.ResetsAt(state)));
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(Reservation reservation)
    {
        abandoned.Add(reservation.UserId, reservation.Id);
        try
        {
            await database.InTransactionAsync(
                (transaction, limited) => reservations.DropAsync(transaction, [reservation.Id], limited),
                CancellationToken.None);
            abandoned.Forget([reservation.Id]);
        }
        catch (Exception failure) when (failure is Refusal or NpgsqlException)
        {
            LogKept(reservation.Id, failure.Message);
        }
    }

    private async Task<Reservation> ReserveAsync(
        NpgsqlTransaction transaction, Guid id, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var leftBehind = abandoned.Of(userId);
        var occupancy = await reservations.LockAsync(transaction, userId, leftBehind, cancellationToken) ?? throw Usage.Usage.Gone();

        // Under the lock, as everything about a user's places.
        await reservations.DropAsync(transaction, leftBehind, cancellationToken);
        var state = periods.Settle(occupancy.Usage, now);
        if (state != occupancy.Usage)
        {
            await usage.WriteAsync(transaction, userId, state, cancellationToken);
        }

        var plan = Plan.Of(state.Tier);
        var inFlight = occupancy.InFlight(state.PeriodStart);
        if (!policy.Allows(plan, state.Count, inFlight))
        {
            throw AtLimit(plan, UsageView.Of(state.Count + inFlight, plan.Analyses, periods.ResetsAt(state)));
        }

        var reservation = new Reservation(id, userId, state.PeriodStart, now);
        await reservations.AddAsync(transaction, reservation, cancellationToken);
        return reservation;
    }

    private Refusal AtLimit(Plan plan, UsageView view) =>
        new Refusal(429, "usage_limit_reached", warnings.AtLimit(plan))
            .With("usage", view)
            .With("upgrade_to", plan.Next?.Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reservation {Id} could not be released and will lapse: {Why}")]
    private partial void LogKept(Guid id, string why);
}
