using PropIQ.Simulator.Load.Histograms;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>Histograms of microseconds as milliseconds.</summary>
internal static class Timings
{
    public static Timing Of(LatencyHistogram histogram) => new(
        Milliseconds(histogram.Least),
        Math.Round(histogram.Mean / 1_000, 3),
        Milliseconds(histogram.At(0.5)),
        Milliseconds(histogram.At(0.9)),
        Milliseconds(histogram.At(0.95)),
        Milliseconds(histogram.At(0.99)),
        Milliseconds(histogram.At(0.999)),
        Milliseconds(histogram.Most));

    public static double Milliseconds(long microseconds) => microseconds / 1_000d;
}
