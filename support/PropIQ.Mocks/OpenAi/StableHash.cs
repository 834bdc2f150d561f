using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PropIQ.Mocks.OpenAi;

/// <summary>Numbers that a text determines, the same on every machine and in every run.</summary>
internal sealed class StableHash(string text)
{
    private readonly byte[] _bytes = SHA256.HashData(Encoding.UTF8.GetBytes(text));
    private int _taken;

    /// <summary>The next number from 0 to below <paramref name="limit"/>; up to 16 can be taken before they repeat.</summary>
    public int Next(int limit) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(_taken++ % 16 * 2)) % limit;

    /// <summary>The next choice.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Next(choices.Count)];
}
