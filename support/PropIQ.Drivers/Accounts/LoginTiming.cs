using System.Diagnostics;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>
/// Whether the time of a refused login tells strangers who has an account (contract, 2.2): interleaved pairs, medians.
/// Chance cannot tell the two apart round after round, a leak does: one round in which they are alike will do.
/// </summary>
public sealed class LoginTiming(Cast cast)
{
    private const int Rounds = 3;
    private const int Pairs = 7;
    private const double LargestRatio = 1.5;
    private readonly List<(double Known, double Unknown)> medians = [];

    /// <summary>Tries wrong passwords for accounts that exist and for made-up addresses, by turns, until a round shows no difference.</summary>
    public async Task MeasureAsync(IReadOnlyList<Actor> existing, CancellationToken cancellationToken)
    {
        // The first pair of all warms up.
        await MeasurePairAsync(existing[0], cancellationToken);
        for (var round = 0; round < Rounds && !medians.Any(IsAlike); round++)
        {
            List<(double Known, double Unknown)> pairs = [];
            for (var pair = 0; pair < Pairs; pair++)
            {
                // Victims by turns, so that no limit gets in the way.
                pairs.Add(await MeasurePairAsync(existing[((round * Pairs) + pair) % existing.Count], cancellationToken));
            }

            medians.Add((Median(pairs.Select(each => each.Known)), Median(pairs.Select(each => each.Unknown))));
        }
    }

    /// <summary>A refusal takes about as long for an unknown account as for a known one.</summary>
    public void ShouldNotTell()
    {
        Verdict.That(medians.Count > 0, "nothing was measured");
        Verdict.That(
            medians.Any(IsAlike),
            $"a refused login should take about as long for an unknown account as for a known one, but takes {string.Join(", then ", medians.Select(each => $"{each.Unknown:0.0} ms and {each.Known:0.0} ms"))}");
    }

    private static bool IsAlike((double Known, double Unknown) round) =>
        Math.Max(round.Known, round.Unknown) / Math.Min(round.Known, round.Unknown) <= LargestRatio;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);

    private async Task<(double Known, double Unknown)> MeasurePairAsync(Actor victim, CancellationToken cancellationToken) =>
        (await MeasureOneAsync(victim.Email, cancellationToken), await MeasureOneAsync(TestRun.NextEmail("nobody"), cancellationToken));

    private async Task<double> MeasureOneAsync(string email, CancellationToken cancellationToken)
    {
        using var client = cast.Connect();
        await client.GetHealthAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        var answer = await client.LogInAsync(email, "Wrong-password-1", cancellationToken);
        var took = Stopwatch.GetElapsedTime(start);
        Verdict.That(answer.Problem?.Code == "invalid_credentials", $"a wrong login should be refused, but: {new Attempt<Tokens>("log in", answer).Outcome}");
        return took.TotalMilliseconds;
    }
}
