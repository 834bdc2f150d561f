using System.Globalization;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.History;

/// <summary>Which part of the history is asked for.</summary>
public sealed record Paging(int Limit, long Offset)
{
    private const int DefaultLimit = 20;
    private const int HighestLimit = 100;

    /// <summary>
    /// Reads <paramref name="limit"/> (1–100, default 20) and <paramref name="offset"/> (0 or more, default 0) as they were
    /// sent; a 422 <c>invalid_paging</c> refusal for anything else.
    /// </summary>
    public static Paging Read(string? limit, string? offset)
    {
        var most = Number(limit, DefaultLimit);
        var skipped = Number(offset, 0);
        return most is >= 1 and <= HighestLimit && skipped is >= 0
            ? new Paging((int)most, skipped.Value)
            : throw new Refusal(422, "invalid_paging", $"The limit must be a whole number from 1 to {HighestLimit}, the offset one from 0.");
    }

    // Said twice, it arrives with a comma in it and is not one number.
    private static long? Number(string? text, long otherwise)
    {
        if (text is null)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
