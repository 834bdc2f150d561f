using System.Globalization;
using PropIQ.Simulator.Commands;

namespace PropIQ.Simulator.Load.Plans;

/// <summary>Which part of a load this process plays: the <paramref name="Number"/>th of <paramref name="Of"/>, counted from 1.</summary>
internal sealed record Shard(int Number, int Of)
{
    /// <summary>Set by Kubernetes in each pod of an Indexed Job; counted from 0.</summary>
    public const string IndexVariable = "JOB_COMPLETION_INDEX";

    /// <summary>How many there are, beside <see cref="IndexVariable"/>.</summary>
    public const string CountVariable = "PROPIQ_SHARDS";

    /// <summary>All of it.</summary>
    public static readonly Shard Whole = new(1, 1);

    /// <summary>True if something with this number, from 0, is this shard's.</summary>
    public bool Has(long number) => number % Of == Number - 1;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    /// <summary>From <c>2/4</c>, else from the environment of an Indexed Job, else the whole.</summary>
    /// <exception cref="BadInputException">It is neither.</exception>
    public static Shard From(string? text, Func<string, string?> environment)
    {
        if (text is not null)
        {
            return text.Split('/') is [var number, var of] ? Checked(number, of, 0, $"--shard \"{text}\"") : throw Bad($"--shard \"{text}\"");
        }

        return (environment(IndexVariable), environment(CountVariable)) switch
        {
            (null or "", _) => Whole,
            (_, null or "") => throw new BadInputException($"{IndexVariable} is set, and {CountVariable} is not: say how many shards there are, or which this one is (--shard 1/1)."),
            var (index, count) => Checked(index, count, 1, $"{IndexVariable} {index} of {CountVariable} {count}"),
        };
    }

    private static Shard Checked(string number, string of, int add, string what) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var which) && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && which + add >= 1 && which + add <= count && count <= 10_000
            ? new(which + add, count)
            : throw Bad(what);

    private static BadInputException Bad(string what) => new($"{what} is no shard: write it like 2/4, the second of four.");
}
