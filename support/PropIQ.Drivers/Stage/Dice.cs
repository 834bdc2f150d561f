using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bogus;

namespace PropIQ.Drivers.Stage;

/// <summary>
/// Made-up data for one scenario, the same again for the same seed (<c>PROPIQ_SEED</c>) and scenario, whatever else runs
/// beside it.
/// </summary>
public sealed class Dice
{
    private static readonly string[] Towns =
    [
        "Austin, TX 78701", "Raleigh, NC 27601", "Denver, CO 80202", "Tampa, FL 33602", "Boise, ID 83702",
        "Columbus, OH 43215", "Portland, OR 97204", "Nashville, TN 37203", "Tucson, AZ 85701", "Omaha, NE 68102",
    ];

    // One for each thread: making one takes milliseconds, and using one none.
    private static readonly ThreadLocal<Faker> Fakers = new(() => new Faker("en"));
    private readonly Randomizer random;
    private int houses;

    private Dice(int seed) => random = new Randomizer(seed);

    /// <summary>The run's seed: from <c>PROPIQ_SEED</c>, else drawn.</summary>
    public static int RunSeed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("PROPIQ_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(1, 1_000_000);

    /// <summary>The dice of one scenario.</summary>
    public static Dice For(string scenario) =>
        new(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{RunSeed}:{scenario}")), 0));

    /// <summary>A full US address that this scenario has not used yet.</summary>
    public string Address()
    {
        // Set for every use, which nothing interrupts: whatever else uses this thread has dice of its own.
        var faker = Fakers.Value!;
        faker.Random = random;
        return $"{100 + (++houses * 7)} {faker.Name.LastName().Replace("'", "")} St, {faker.PickRandom(Towns)}";
    }

    /// <summary>A usual price for a house, in whole thousands of dollars.</summary>
    public decimal HousePrice() => random.Int(180, 650) * 1000m;
}
