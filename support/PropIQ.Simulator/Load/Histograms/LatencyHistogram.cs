using System.Numerics;

namespace PropIQ.Simulator.Load.Histograms;

/// <summary>
/// Counts values in buckets that get wider as values get larger, so that percentiles of any number of values take bounded
/// memory: linear within a power of two, twice as wide in the next, as HDR histograms are laid out. With three significant
/// digits a percentile is at most 0.1 % above the value that was recorded, and never below it. Recording takes no lock.
/// </summary>
internal sealed class LatencyHistogram
{
    /// <summary>The most significant digits that are offered.</summary>
    public const int MostDigits = 4;

    private readonly int bits;
    private readonly long[]?[] blocks;
    private long least = long.MaxValue;
    private long most = -1;

    /// <summary>An empty histogram for values from 0 to <see cref="long.MaxValue"/>.</summary>
    public LatencyHistogram(int digits = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MostDigits);
        Digits = digits;
        bits = BitOperations.Log2((uint)Math.Pow(10, digits) - 1) + 1;
        blocks = new long[]?[64 - bits];
    }

    /// <summary>How many significant digits are kept.</summary>
    public int Digits { get; }

    /// <summary>How many values were recorded.</summary>
    public long Count => blocks.Sum(block => block is null ? 0 : Sum(block));

    /// <summary>The smallest value, exactly; 0 of nothing.</summary>
    public long Least => Volatile.Read(ref least) is var value && value == long.MaxValue && Volatile.Read(ref most) < 0 ? 0 : value;

    /// <summary>The largest value, exactly; 0 of nothing.</summary>
    public long Most => Math.Max(0, Volatile.Read(ref most));

    /// <summary>The mean, each value taken as the middle of its bucket; 0 of nothing.</summary>
    public double Mean
    {
        get
        {
            var (count, sum) = (0L, 0d);
            foreach (var (index, counted) in Counted())
            {
                count += counted;
                sum += counted * (Lower(index) + ((Upper(index) - Lower(index)) / 2d));
            }

            return count == 0 ? 0 : Math.Clamp(sum / count, Least, Most);
        }
    }

    /// <summary>Records a value, from any thread.</summary>
    public void Record(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Put(IndexOf(value), 1);
        Lower(ref least, value);
        Raise(ref most, value);
    }

    /// <summary>The value that a share of all do not exceed, by nearest rank; 0 of nothing.</summary>
    public long At(double share)
    {
        var count = Count;
        if (count == 0)
        {
            return 0;
        }

        var rank = Math.Clamp((long)Math.Ceiling(share * count), 1, count);
        var seen = 0L;
        foreach (var (index, counted) in Counted())
        {
            seen += counted;
            if (seen >= rank)
            {
                return Math.Clamp(Upper(index), Least, Most);
            }
        }

        return Most;
    }

    /// <summary>Adds what another one counted; exact, since both have the same buckets.</summary>
    /// <exception cref="ArgumentException">It keeps another number of digits.</exception>
    public void Add(LatencyHistogram other)
    {
        if (other.Digits != Digits)
        {
            throw new ArgumentException($"A histogram of {other.Digits} digits cannot be added to one of {Digits}.", nameof(other));
        }

        foreach (var (index, counted) in other.Counted())
        {
            Put(index, counted);
        }

        Extend(Volatile.Read(ref other.least), Volatile.Read(ref other.most));
    }

    /// <summary>The buckets that counted anything, in order.</summary>
    public IEnumerable<(int Index, long Count)> Counted()
    {
        for (var at = 0; at < blocks.Length; at++)
        {
            if (Volatile.Read(ref blocks[at]) is not { } block)
            {
                continue;
            }

            for (var offset = 0; offset < block.Length; offset++)
            {
                if (Volatile.Read(ref block[offset]) is > 0 and var counted)
                {
                    yield return ((at << bits) + offset, counted);
                }
            }
        }
    }

    /// <summary>Adds to a bucket, as it was read from elsewhere.</summary>
    internal void Put(int index, long number)
    {
        ref var block = ref blocks[index >> bits];
        var counters = Volatile.Read(ref block) ?? Interlocked.CompareExchange(ref block, new long[1 << bits], null) ?? block;
        Interlocked.Add(ref counters[index & ((1 << bits) - 1)], number);
    }

    /// <summary>Takes over the smallest and the largest value from elsewhere.</summary>
    internal void Extend(long smallest, long largest)
    {
        Lower(ref least, smallest);
        Raise(ref most, largest);
    }

    /// <summary>How many buckets there may be.</summary>
    internal int Buckets => blocks.Length << bits;

    private int IndexOf(long value)
    {
        var block = value >> bits == 0 ? 0 : BitOperations.Log2((ulong)value) - bits + 1;
        var offset = block == 0 ? value : (value >> (block - 1)) - (1L << bits);
        return (block << bits) + (int)offset;
    }

    private long Lower(int index)
    {
        var (block, offset) = (index >> bits, (long)(index & ((1 << bits) - 1)));
        return block == 0 ? offset : (offset + (1L << bits)) << (block - 1);
    }

    private long Upper(int index)
    {
        var block = index >> bits;
        return block == 0 ? Lower(index) : Lower(index) + ((1L << (block - 1)) - 1);
    }

    private static long Sum(long[] counters)
    {
        var sum = 0L;
        for (var at = 0; at < counters.Length; at++)
        {
            sum += Volatile.Read(ref counters[at]);
        }

        return sum;
    }

    private static void Lower(ref long place, long value)
    {
        for (var seen = Volatile.Read(ref place); value < seen;)
        {
            seen = Interlocked.CompareExchange(ref place, value, seen) is var before && before == seen ? value : before;
        }
    }

    private static void Raise(ref long place, long value)
    {
        for (var seen = Volatile.Read(ref place); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref place, value, seen) is var before && before == seen ? value : before;
        }
    }
}
