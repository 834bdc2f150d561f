using System.Globalization;

namespace PropIQ.Simulator.Reports;

/// <summary>Amounts and shares as reports write them; rounded here and nowhere before.</summary>
internal static class Money
{
    /// <summary>"$4.62".</summary>
    public static string Dollars(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${Cents(amount):0.00}");

    public static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);

    /// <summary>"40.0%"; of nothing, 0.</summary>
    public static string Share(int part, int whole) =>
        string.Create(CultureInfo.InvariantCulture, $"{(whole == 0 ? 0m : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero)):0.0}%");

    /// <summary>
    /// Rounds amounts to cents so that their sum is <paramref name="total"/>: each is rounded down, and the cents that are left go
    /// to those that lost most. Nobody is off by a whole cent.
    /// </summary>
    public static IReadOnlyList<decimal> AddingUpTo(decimal total, IReadOnlyList<decimal> exact)
    {
        var rounded = exact.Select(amount => Math.Floor(amount * 100) / 100).ToArray();
        var left = (int)((total - rounded.Sum()) * 100);
        foreach (var index in Enumerable.Range(0, exact.Count).OrderByDescending(index => exact[index] - rounded[index]).ThenBy(index => index).Take(Math.Max(0, left)))
        {
            rounded[index] += 0.01m;
        }

        return rounded;
    }
}
