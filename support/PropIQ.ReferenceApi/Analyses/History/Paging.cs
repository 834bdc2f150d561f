using System.Globalization;
using Microsoft.Extensions.Primitives;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.History;

/// <summary>Which part of the history is asked for.</summary>
public sealed record Paging(int Limit, long Offset)
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 100;

    /// <summary>Reads <c>limit</c> (1–100, default 20) and <c>offset</c> (0 or more, default 0); a 422 <c>invalid_paging</c> refusal for anything else.</summary>
    public static Paging Read(IQueryCollection query)
    {
        var limit = Number(query["limit"], DefaultLimit);
        var offset = Number(query["offset"], 0);
        return limit is >= 1 and <= HighestLimit && offset is >= 0
            ? new Paging((int)limit, offset.Value)
            : throw new Refusal(422, "invalid_paging", $"The limit must be a whole number from 1 to {HighestLimit}, the offset one from 0.");
    }

    // Said twice, it is not one number.
    private static long? Number(StringValues values, long otherwise)
    {
        if (values.Count == 0)
        {
            return otherwise;
        }

        return values.Count == 1 && long.TryParse(values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
