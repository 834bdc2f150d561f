using System.Globalization;

namespace PropIQ.Simulator.Actions;

/// <summary>Addresses for a profile that asks for more analyses than it names addresses: full US addresses, none twice for one user.</summary>
internal static class MadeUpAddresses
{
    private static readonly string[] Streets = ["Maple Ave", "Oak St", "Cedar Ln", "Lakeview Dr", "Main St", "Sunset Blvd", "Hillcrest Rd", "Park Ave"];

    private static readonly (string City, string State, int Zip)[] Cities =
    [
        ("Austin", "TX", 78701), ("Denver", "CO", 80202), ("Tampa", "FL", 33602), ("Columbus", "OH", 43215), ("Raleigh", "NC", 27601), ("Boise", "ID", 83702),
    ];

    /// <summary>The <paramref name="index"/>th address of an action.</summary>
    public static string Next(Random random, int action, int index)
    {
        var (city, state, zip) = Cities[random.Next(Cities.Length)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(action * 1000) + (index * 7) + random.Next(7)} {Streets[random.Next(Streets.Length)]}, {city}, {state} {zip:D5}");
    }
}
