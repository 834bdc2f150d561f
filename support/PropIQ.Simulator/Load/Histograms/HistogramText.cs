namespace PropIQ.Simulator.Load.Histograms;

/// <summary>Histograms as short texts, without any loss: base64 of numbers in seven-bit groups, gaps between buckets and counts in turn.</summary>
internal static class HistogramText
{
    private const byte Version = 1;

    public static string Write(LatencyHistogram histogram)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Version);
        writer.Write((byte)histogram.Digits);
        writer.Write7BitEncodedInt64(histogram.Least);
        writer.Write7BitEncodedInt64(histogram.Most);
        var before = -1;
        foreach (var (index, counted) in histogram.Counted())
        {
            writer.Write7BitEncodedInt(index - before);
            writer.Write7BitEncodedInt64(counted);
            before = index;
        }

        return Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <exception cref="FormatException">It is no histogram, or one of a version that is not known.</exception>
    public static LatencyHistogram Read(string text)
    {
        using var bytes = new MemoryStream(Convert.FromBase64String(text));
        using var reader = new BinaryReader(bytes);
        try
        {
            return reader.ReadByte() == Version ? Read(reader, bytes) : throw new FormatException("The histogram is of a version that is not known.");
        }
        catch (Exception broken) when (broken is EndOfStreamException or ArgumentOutOfRangeException)
        {
            throw new FormatException("The histogram is damaged.", broken);
        }
    }

    private static LatencyHistogram Read(BinaryReader reader, MemoryStream bytes)
    {
        var histogram = new LatencyHistogram(reader.ReadByte());
        var (least, most) = (reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt64());
        var index = -1;
        while (bytes.Position < bytes.Length)
        {
            index += reader.Read7BitEncodedInt();
            var counted = reader.Read7BitEncodedInt64();
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, histogram.Buckets);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(counted);
            histogram.Put(index, counted);
        }

        if (index >= 0)
        {
            histogram.Extend(least, most);
        }

        return histogram;
    }
}
