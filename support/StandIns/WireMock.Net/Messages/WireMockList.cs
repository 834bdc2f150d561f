namespace WireMock.Types;

/// <summary>The values of a header or of a query parameter.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
public class WireMockList<T> : List<T>
{
    /// <summary>A list of these values.</summary>
    public WireMockList(params T[] collection)
        : base(collection)
    {
    }

    /// <summary>A list of these values.</summary>
    public WireMockList(IEnumerable<T> collection)
        : base(collection)
    {
    }

    /// <summary>A list of one value.</summary>
    public static implicit operator WireMockList<T>(T value) => new(value);

    /// <summary>The value, or all of them with commas between.</summary>
    public override string ToString() => string.Join(", ", this);
}
