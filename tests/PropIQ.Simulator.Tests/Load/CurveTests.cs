using PropIQ.Simulator.Load.Plans;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

public sealed class CurveTests
{
    private static readonly Curve Ramp = new(0, [new(100, TimeSpan.FromSeconds(10)), new(100, TimeSpan.FromSeconds(5)), new(500, TimeSpan.Zero), new(500, TimeSpan.FromSeconds(2)), new(0, TimeSpan.FromSeconds(10))]);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 50)]
    [InlineData(12, 100)]
    [InlineData(15.5, 500)]
    [InlineData(22, 250)]
    [InlineData(100, 0)]
    public void Levels_go_in_straight_lines_and_jump_where_a_stage_takes_no_time(double second, double level) => Assert.Equal(level, Ramp.At(TimeSpan.FromSeconds(second)), 6);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(50 * 10 / 4, 5)]
    [InlineData(500, 10)]
    [InlineData(1_000, 15)]
    [InlineData(2_000, 17)]
    public void So_much_has_come_together_by_then(double amount, double second) => Assert.Equal(second, Ramp.WhenReached(amount)!.Value.TotalSeconds, 6);

    [Fact]
    public void More_than_all_never_comes_together() => Assert.Null(Ramp.WhenReached(500 + 500 + 1_000 + 2_500 + 1));

    [Fact]
    public void A_constant_rate_arrives_evenly()
    {
        var arrivals = All(new(Curve.Level(4, TimeSpan.FromSeconds(3)), poisson: false, seed: 1, Shard.Whole));

        Assert.Equal([.. Enumerable.Range(0, 12).Select(number => number / 4d)], arrivals.Select(arrival => Math.Round(arrival, 6)));
    }

    [Fact]
    public void By_chance_as_many_arrive_and_their_distances_are_spread_as_poisson_has_them()
    {
        var arrivals = All(new(Curve.Level(100, TimeSpan.FromSeconds(100)), poisson: true, seed: 1, Shard.Whole));
        var distances = arrivals.Zip(arrivals.Skip(1), (one, next) => next - one).ToList();
        var mean = distances.Average();

        Assert.InRange(arrivals.Count, 9_700, 10_300);
        Assert.InRange(distances.Average(distance => Math.Pow(distance - mean, 2)) / (mean * mean), 0.9, 1.1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void All_shards_together_have_the_arrivals_of_one_run(bool poisson)
    {
        var curve = new Curve(1, [new(30, TimeSpan.FromSeconds(10))]);
        var shards = Enumerable.Range(1, 4).SelectMany(number => All(new(curve, poisson, seed: 7, new Shard(number, 4)))).Order();

        Assert.Equal(All(new(curve, poisson, seed: 7, Shard.Whole)), shards);
    }

    private static List<double> All(Arrivals arrivals)
    {
        var all = new List<double>();
        while (arrivals.Next() is { } next)
        {
            all.Add(next.TotalSeconds);
        }

        return all;
    }
}
