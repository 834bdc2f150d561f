using System.Buffers;
using System.Text;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Network;

/// <summary>What of a buffer is passed on now, how far the buffer is used up, and whether the connection ends with it.</summary>
internal readonly record struct AnswerPiece(ReadOnlySequence<byte> Bytes, SequencePosition Consumed, PumpEnd? End = null);

/// <summary>
/// Looks for heads of HTTP/1.1 answers that carry <see cref="FateHeader"/>. A head is held back until it is whole, so
/// that a dropped answer leaves no byte. Clients here never pipeline, so a head only ever begins a buffer.
/// </summary>
internal sealed class AnswerWatch
{
    private const int LongestHead = 64 * 1024;

    private static readonly byte[] Beginning = "HTTP/1."u8.ToArray();
    private static readonly byte[] HeadsEnd = "\r\n\r\n"u8.ToArray();

    /// <summary>How many bytes of a truncated answer's body may still pass.</summary>
    private int? _left;

    /// <summary>Decides about the bytes at hand; <paramref name="last"/> when no more will come.</summary>
    public AnswerPiece Inspect(ReadOnlySequence<byte> buffer, bool last)
    {
        if (_left is not null)
        {
            return Rest([], buffer, last);
        }

        // An interim answer (100 Continue) may precede the real head.
        for (var start = buffer.Start; ;)
        {
            var rest = buffer.Slice(start);
            if (rest.IsEmpty || !MayBeHead(rest))
            {
                return new AnswerPiece(buffer, buffer.End);
            }

            var reader = new SequenceReader<byte>(rest);
            if (!reader.TryReadTo(out ReadOnlySequence<byte> head, HeadsEnd))
            {
                return last || rest.Length > LongestHead
                    ? new AnswerPiece(buffer, buffer.End)
                    : new AnswerPiece(buffer.Slice(0, start), start);
            }

            var lines = Encoding.Latin1.GetString(head).Split("\r\n");
            var (fate, bodyBytes) = FateOf(lines);
            switch (fate)
            {
                case ConnectionFate.Drop:
                    return new AnswerPiece(ReadOnlySequence<byte>.Empty, start, PumpEnd.Drop);
                case ConnectionFate.Truncate:
                    _left = bodyBytes / 2;
                    return Rest(WithoutFate(lines), buffer.Slice(reader.Position), last);
                default:
                    if (!IsInterim(lines[0]))
                    {
                        return new AnswerPiece(buffer, buffer.End);
                    }

                    start = reader.Position;
                    break;
            }
        }
    }

    private static bool MayBeHead(ReadOnlySequence<byte> bytes)
    {
        Span<byte> beginning = stackalloc byte[Beginning.Length];
        var length = (int)Math.Min(bytes.Length, beginning.Length);
        bytes.Slice(0, length).CopyTo(beginning);
        return Beginning.AsSpan().StartsWith(beginning[..length]);
    }

    private static bool IsInterim(string statusLine) => statusLine.Split(' ') is [_, ['1', _, _], ..];

    private static bool IsFate(string line) => line.StartsWith($"{FateHeader.Name}:", StringComparison.OrdinalIgnoreCase);

    private static (ConnectionFate Fate, int BodyBytes) FateOf(string[] lines) =>
        Array.Find(lines, IsFate) is { } line ? FateHeader.Parse(line.AsSpan(FateHeader.Name.Length + 1)) : (ConnectionFate.Keep, 0);

    private static byte[] WithoutFate(string[] lines) =>
        Encoding.Latin1.GetBytes(string.Join("\r\n", lines.Where(line => !IsFate(line))) + "\r\n\r\n");

    private AnswerPiece Rest(byte[] head, ReadOnlySequence<byte> body, bool last)
    {
        var part = body.Slice(0, Math.Min(body.Length, _left!.Value));
        _left -= (int)part.Length;
        return new AnswerPiece(
            new ReadOnlySequence<byte>([.. head, .. part.ToArray()]),
            part.End,
            _left == 0 || last ? PumpEnd.CutOff : null);
    }
}
