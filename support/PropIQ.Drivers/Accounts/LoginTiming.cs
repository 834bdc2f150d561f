using System.Diagnostics;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Accounts;

/// <summary>
/// Whether the time of a refused login tells strangers who has an account (contract, 2.2): interleaved pairs, medians.
/// </summary>
public sealed class LoginTiming(Cast cast)
{
    private const int Pairs = 9;
    private const double LargestRatio = 1.6;

    /// <summary>Tries wrong passwords for an account that exists and for one that does not, in turn; their medians are about the same.</summary>
    public async Task ShouldNotTellAsync(IReadOnlyList<Actor> existing, CancellationToken cancellationToken)
    {
        List<double> known = [], unknown = [];
        for (var pair = 0; pair <= Pairs; pair++)
        {
            // Each try comes from an address and for an e-mail of its own, so that no limit gets in the way.
            var victim = existing[pair % existing.Count];
            var forKnown = await MeasureAsync(victim.Email, cancellationToken);
            var forUnknown = await MeasureAsync(TestRun.NextEmail("nobody"), cancellationToken);
            if (pair > 0)
            {
                // The first pair warms up.
                known.Add(forKnown);
                unknown.Add(forUnknown);
            }
        }

        var (slower, faster) = (Math.Max(Median(known), Median(unknown)), Math.Min(Median(known), Median(unknown)));
        Verdict.That(
            slower / faster <= LargestRatio,
            $"a refused login should take about as long for an unknown account as for a known one, but takes {Median(unknown):0.0} ms and {Median(known):0.0} ms");
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Pairs / 2);

    private async Task<double> MeasureAsync(string email, CancellationToken cancellationToken)
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
