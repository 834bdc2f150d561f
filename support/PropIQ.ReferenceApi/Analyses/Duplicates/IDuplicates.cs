namespace PropIQ.ReferenceApi.Analyses.Duplicates;

/// <summary>Makes one analysis of a user's requests for the same address that come together (clause 3.7).</summary>
public interface IDuplicates
{
    /// <summary>
    /// The answer of <paramref name="analyse"/>, which is given the time of arrival by <paramref name="clock"/>, or, for a
    /// repetition, the answer of the first marked as a duplicate. The work goes on when whoever asked goes away:
    /// <paramref name="cancellationToken"/> ends the waiting only.
    /// </summary>
    Task<AnalysisAnswer> OnceAsync(
        DuplicateKey key, TimeProvider clock, Func<DateTimeOffset, Task<AnalysisAnswer>> analyse, CancellationToken cancellationToken);
}

/// <summary>Whose request, for which address.</summary>
public sealed record DuplicateKey(Guid UserId, string AddressKey);
