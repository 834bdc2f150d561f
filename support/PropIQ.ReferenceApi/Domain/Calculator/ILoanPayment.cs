namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>Principal and interest of a loan (clause 4.3).</summary>
public interface ILoanPayment
{
    /// <summary>Dollars a month, unrounded, for a loan at <paramref name="annualRatePercent"/> over <paramref name="years"/>.</summary>
    decimal Monthly(decimal loan, decimal annualRatePercent, decimal years);
}
