namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Puts a deal score into a word (clause 3.1).</summary>
public interface IDealRatings
{
    /// <summary>The rating of a score from 0 to 100, unrounded.</summary>
    string Of(decimal score);
}

/// <summary>Excellent from 80, Good from 65, Fair from 50, Poor from 35, else Avoid.</summary>
public sealed class DealRatings : IDealRatings
{
    /// <inheritdoc/>
    public string Of(decimal score) => score switch
    {
        >= 80m => "Excellent",
        >= 65m => "Good",
        >= 50m => "Fair",
        >= 35m => "Poor",
        _ => "Avoid",
    };
}
