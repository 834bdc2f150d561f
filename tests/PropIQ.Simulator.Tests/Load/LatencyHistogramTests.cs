using FsCheck;
using FsCheck.Fluent;
using PropIQ.Simulator.Load.Histograms;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

/// <summary>The histogram, held against the very values, sorted.</summary>
public sealed class LatencyHistogramTests
{
    private static readonly double[] Shares = [0, 0.001, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Percentiles_are_never_below_the_exact_one_and_above_it_by_its_digits_at_most(int digits) =>
        Prop.ForAll(Values(), values =>
        {
            var (histogram, sorted) = (Of(values, digits), values.Order().ToArray());
            return Shares.All(share =>
            {
                var exact = sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
                return histogram.At(share) >= exact && (double)histogram.At(share) - exact <= exact * Math.Pow(10, -digits);
            });
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Count_least_and_most_are_exact() =>
        Prop.ForAll(Values(), values => Of(values) is var histogram && histogram.Count == values.Length && histogram.Least == values.Min() && histogram.Most == values.Max())
            .QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_merged_is_what_one_would_have_counted() =>
        Prop.ForAll(Values(), Values(), (one, other) =>
        {
            var merged = Of(one);
            merged.Add(Of(other));
            return HistogramText.Write(merged) == HistogramText.Write(Of([.. one, .. other]));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_lose_nothing() =>
        Prop.ForAll(Values(), values => HistogramText.Write(HistogramText.Read(HistogramText.Write(Of(values)))) == HistogramText.Write(Of(values)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(2_048)]
    [InlineData(long.MaxValue - 1)]
    [InlineData(long.MaxValue)]
    public void The_smallest_and_the_largest_values_have_their_place(long value)
    {
        var histogram = Of([value]);

        Assert.All(Shares, share => Assert.Equal(value, histogram.At(share)));
        Assert.Equal(HistogramText.Write(histogram), HistogramText.Write(HistogramText.Read(HistogramText.Write(histogram))));
    }

    [Fact]
    public void Of_nothing_everything_is_0()
    {
        var histogram = HistogramText.Read(HistogramText.Write(new()));

        Assert.Equal((0, 0, 0, 0, 0d), (histogram.Count, histogram.Least, histogram.Most, histogram.At(0.99), histogram.Mean));
    }

    [Fact]
    public void The_mean_is_right_within_its_digits() =>
        Prop.ForAll(Values(), values => Math.Abs(Of(values).Mean - values.Average(value => (double)value)) <= values.Average(value => (double)value) / 1_000)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Many_threads_lose_no_value()
    {
        var histogram = new LatencyHistogram();
        Parallel.For(0, 8, thread =>
        {
            for (var value = 0; value < 50_000; value++)
            {
                histogram.Record((value * 8L) + thread);
            }
        });

        Assert.Equal(400_000, histogram.Count);
        Assert.Equal(HistogramText.Write(Of([.. Enumerable.Range(0, 400_000).Select(value => (long)value)])), HistogramText.Write(histogram));
    }

    [Fact]
    public void A_million_latencies_take_little_memory_and_less_text()
    {
        var random = new Random(1);
        var histogram = new LatencyHistogram();
        for (var value = 0; value < 1_000_000; value++)
        {
            histogram.Record((long)(1_000 * Math.Exp(random.NextDouble() * 8)));
        }

        Assert.True(HistogramText.Write(histogram).Length < 64 * 1024);
    }

    [Theory]
    [InlineData("AQ==")]
    [InlineData("AgMAAA==")]
    [InlineData("AQMAAP///38B")]
    [InlineData("no base64")]
    public void What_is_no_histogram_says_so(string text) => Assert.Throws<FormatException>(() => HistogramText.Read(text));

    [Fact]
    public void Nothing_negative_and_nothing_of_other_digits_is_counted()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LatencyHistogram().Record(-1));
        Assert.Throws<ArgumentException>(() => new LatencyHistogram(3).Add(new LatencyHistogram(2)));
    }

    /// <summary>Any number of values of any size, small ones as likely as large ones.</summary>
    private static Arbitrary<long[]> Values() =>
        (from bits in Gen.Choose(0, 62)
         from low in Gen.Choose(0, int.MaxValue)
         from high in Gen.Choose(0, int.MaxValue)
         select (((long)high << 31) | (long)low) & ((1L << bits) - 1) | (bits == 0 ? 0 : 1L << (bits - 1)))
        .NonEmptyListOf().Select(values => values.ToArray()).ToArbitrary();

    private static LatencyHistogram Of(long[] values, int digits = 3)
    {
        var histogram = new LatencyHistogram(digits);
        foreach (var value in values)
        {
            histogram.Record(value);
        }

        return histogram;
    }
}
