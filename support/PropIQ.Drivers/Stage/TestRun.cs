using System.Net;
using System.Security.Cryptography;

namespace PropIQ.Drivers.Stage;

/// <summary>What tells this run's users from those of every other run, and one scenario's from another's.</summary>
public static class TestRun
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private static readonly int SecondOctet = RandomNumberGenerator.GetInt32(1, 255);
    private static int users;
    private static int runs;
    private static int addresses;

    /// <summary>The run's id, part of every simulated e-mail address.</summary>
    public static string Id { get; } = "r" + RandomNumberGenerator.GetString(Alphabet, 7);

    /// <summary>An e-mail address that nobody else has: <c>frank+r7f3k2ab.3@simulated.propiq.test</c>.</summary>
    public static string NextEmail(string name) =>
        $"{name.ToLowerInvariant()}+{Id}.{Interlocked.Increment(ref users)}@simulated.propiq.test";

    /// <summary>The id of a run within this one, for scenarios about runs.</summary>
    public static string NextRun() => $"{Id}x{Interlocked.Increment(ref runs)}";

    /// <summary>A loopback address of one's own, so that limits per address never join two scenarios.</summary>
    public static IPAddress NextSourceAddress()
    {
        var number = Interlocked.Increment(ref addresses);
        return new IPAddress([127, (byte)SecondOctet, (byte)(number / 250 % 250), (byte)((number % 250) + 2)]);
    }
}
