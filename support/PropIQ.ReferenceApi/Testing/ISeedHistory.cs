using Npgsql;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Puts analyses into a seeded user's history (clause 10.1). The user's row, with its count, is there already.</summary>
public interface ISeedHistory
{
    /// <summary>Stores the analyses that <paramref name="order"/> asks for, as rows like any other.</summary>
    Task SeedAsync(NpgsqlTransaction transaction, HistoryOrder order, CancellationToken cancellationToken);
}

/// <summary>
/// <c>Counted</c> analyses in the period from <c>PeriodStart</c>, newest last, minute by minute before <c>Now</c>;
/// the others up to <c>Total</c> before <c>PeriodStart</c>.
/// </summary>
public sealed record HistoryOrder(Guid UserId, int Counted, int Total, DateTimeOffset PeriodStart, DateTimeOffset Now);
