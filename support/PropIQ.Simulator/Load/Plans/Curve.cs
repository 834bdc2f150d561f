namespace PropIQ.Simulator.Load.Plans;

/// <summary>A level that is to be reached, and how long the way there takes; no time at all is a jump.</summary>
internal sealed record Stage(double Target, TimeSpan Duration);

/// <summary>A level over time, in straight lines from stage to stage: users at once, or arrivals a second.</summary>
internal sealed class Curve(double start, IReadOnlyList<Stage> stages)
{
    /// <summary>Where it begins.</summary>
    public double Start => start;

    /// <summary>How long all stages take.</summary>
    public TimeSpan Duration { get; } = stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration);

    /// <summary>The highest level.</summary>
    public double Most { get; } = stages.Select(stage => stage.Target).Append(start).Max();

    /// <summary>One level for so long.</summary>
    public static Curve Level(double level, TimeSpan duration) => new(level, [new(level, duration)]);

    /// <summary>The same, after so long at the level that it begins with.</summary>
    public Curve After(TimeSpan before) => before == TimeSpan.Zero ? this : new(start, [new(start, before), .. stages]);

    /// <summary>The level at a moment; after the end, the last one.</summary>
    public double At(TimeSpan moment)
    {
        var (level, left) = (start, moment);
        foreach (var stage in stages)
        {
            if (left < stage.Duration)
            {
                return level + ((stage.Target - level) * (left / stage.Duration));
            }

            (level, left) = (stage.Target, left - stage.Duration);
        }

        return level;
    }

    /// <summary>When so much has come together, a level of one for a second being one; null when it never does.</summary>
    public TimeSpan? WhenReached(double amount)
    {
        var (level, before, left) = (start, 0d, amount);
        foreach (var stage in stages)
        {
            var seconds = stage.Duration.TotalSeconds;
            var area = (level + stage.Target) / 2 * seconds;
            if (area > left)
            {
                return TimeSpan.FromSeconds(before + Into(level, (stage.Target - level) / seconds, left));
            }

            (level, before, left) = (stage.Target, before + seconds, left - area);
        }

        return null;
    }

    /// <summary>Solves level·t + slope·t²/2 = area for t, in the form that does not subtract nearly equal numbers.</summary>
    private static double Into(double level, double slope, double area)
    {
        var root = Math.Sqrt(Math.Max(0, (level * level) + (2 * slope * area)));
        return level + root == 0 ? 0 : 2 * area / (level + root);
    }
}
