namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>What the calculator takes for granted where nothing is given (clause 4.2).</summary>
public interface IAssumptions
{
    /// <summary>Property tax in per cent of the price a year.</summary>
    decimal PropertyTaxPercent(string? state);

    /// <summary>Insurance in per cent of the price a year.</summary>
    decimal InsurancePercent { get; }

    /// <summary>Maintenance in per cent of the price a year.</summary>
    decimal MaintenancePercent { get; }

    /// <summary>Vacancy in per cent of the rent.</summary>
    decimal VacancyPercent { get; }
}

/// <summary>Tax 1.2 %, in California 1.25 % (Proposition 13's 1 % and local bonds); insurance 0.5 %, maintenance 1 %, vacancy 5 %.</summary>
public sealed class Assumptions : IAssumptions
{
    /// <inheritdoc/>
    public decimal PropertyTaxPercent(string? state) => IsCalifornia(state) ? 1.25m : 1.2m;

    /// <inheritdoc/>
    public decimal InsurancePercent => 0.5m;

    /// <inheritdoc/>
    public decimal MaintenancePercent => 1m;

    /// <inheritdoc/>
    public decimal VacancyPercent => 5m;

    private static bool IsCalifornia(string? state) =>
        state?.Trim() is { } name
        && (name.Equals("CA", StringComparison.OrdinalIgnoreCase) || name.Equals("California", StringComparison.OrdinalIgnoreCase));
}
