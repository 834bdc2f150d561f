using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace PropIQ.Mocks.Network;

/// <summary>How passing on one direction ended.</summary>
internal enum PumpEnd
{
    /// <summary>Its source had no more; the peer was told.</summary>
    Finished,

    /// <summary>The connection is to be dropped.</summary>
    Drop,

    /// <summary>The connection is to end here, in the middle.</summary>
    CutOff,
}

/// <summary>One direction of a connection: reads from a socket into a bounded buffer, and from there to another socket.</summary>
internal sealed class Pump(Socket source)
{
    private const int ReadSize = 16 * 1024;

    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 256 * 1024, resumeWriterThreshold: 128 * 1024, useSynchronizationContext: false));

    /// <summary>Fills the buffer until the source ends; <paramref name="onEnd"/> is told of an orderly or sudden end at once, before what is buffered has left.</summary>
    public async Task ReadAsync(Action? onEnd, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var read = await source.ReceiveAsync(_pipe.Writer.GetMemory(ReadSize), cancellationToken);
                if (read == 0)
                {
                    break;
                }

                _pipe.Writer.Advance(read);
                if ((await _pipe.Writer.FlushAsync(cancellationToken)).IsCompleted)
                {
                    break;
                }
            }
        }
        finally
        {
            onEnd?.Invoke();
            await _pipe.Writer.CompleteAsync();
        }
    }

    /// <summary>Empties the buffer into <paramref name="sink"/>, asking <paramref name="before"/> each time; with a watch, answers' fates are looked for.</summary>
    public async Task<PumpEnd> WriteAsync(Socket sink, Func<CancellationToken, Task> before, AnswerWatch? watch, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var read = await _pipe.Reader.ReadAsync(cancellationToken);
                await before(cancellationToken);
                var piece = watch?.Inspect(read.Buffer, read.IsCompleted) ?? new AnswerPiece(read.Buffer, read.Buffer.End);
                foreach (var part in piece.Bytes)
                {
                    await SendAsync(sink, part, cancellationToken);
                }

                if (piece.End is { } end)
                {
                    return end;
                }

                _pipe.Reader.AdvanceTo(piece.Consumed, read.Buffer.End);
                if (read.IsCompleted)
                {
                    sink.Shutdown(SocketShutdown.Send);
                    return PumpEnd.Finished;
                }
            }
        }
        finally
        {
            await _pipe.Reader.CompleteAsync();
        }
    }

    private static async Task SendAsync(Socket sink, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var sent = await sink.SendAsync(bytes, cancellationToken);
            bytes = bytes[sent..];
        }
    }
}
