using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace PropIQ.ReferenceApi.Http;

/// <summary>Reads request bodies up to the size that is accepted, however they are framed.</summary>
public static class BodyReader
{
    /// <summary>The largest body accepted: 1 MiB.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>The body's bytes, or null when there are more than <see cref="MaxBytes"/>; the rest is then left to the server to drain.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MaxBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var bytes = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return bytes;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The JSON in <paramref name="bytes"/>; null when it is malformed: no JSON, too deep, empty, or not UTF-8.</summary>
    public static JsonBody? Parse(ReadOnlyMemory<byte> bytes)
    {
        // The parser looks at a string's bytes only when it is read; the answer must not depend on that.
        if (!Utf8.IsValid(bytes.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes, Options);
            return new JsonBody(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
