using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Another way to send the same answer.</summary>
internal static class OnTheWire
{
    private const int Piece = 7;
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(100);

    /// <summary>A tenth of a second later.</summary>
    public static HostTweaks Slower { get; } = AnswerRewriting.Around(async (context, next) =>
    {
        await Task.Delay(Slowness, context.RequestAborted);
        await next(context);
    });

    /// <summary>A request without a body read as an empty object, as some servers' readers of JSON do.</summary>
    public static HostTweaks NothingIsAForm { get; } = AnswerRewriting.Around((context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength is 0)
        {
            context.Request.Body = new MemoryStream("{}"u8.ToArray());
            context.Request.ContentLength = context.Request.Body.Length;
        }

        return next(context);
    });

    /// <summary>In small pieces, without saying how much will come.</summary>
    public static HostTweaks InPieces { get; } = AnswerRewriting.Around(async (context, next) =>
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        await next(context);
        context.Response.Body = wire;
        if (held.Length > 0)
        {
            context.Response.ContentLength = null;
            foreach (var piece in held.ToArray().Chunk(Math.Max(Piece, (int)(held.Length / Piece))))
            {
                await wire.WriteAsync(piece, context.RequestAborted);
                await wire.FlushAsync(context.RequestAborted);
            }
        }
    });

    /// <summary>With headers of a gateway, and names and parameters in other letters.</summary>
    public static HostTweaks OtherHeaders { get; } = BeforeHeaders(headers =>
    {
        headers["Server"] = "nginx/1.27";
        headers["X-Request-Id"] = "8b6f8a";
        headers.CacheControl = "no-store, private";
        headers.SetCookie = "lb=a1; Path=/; HttpOnly";
        if (headers["X-Exported-Count"] is { Count: > 0 } count)
        {
            headers.Remove("X-Exported-Count");
            headers["x-exported-count"] = count;
        }

        if (headers.ContentType.ToString() is { Length: > 0 } type)
        {
            headers.ContentType = type.Split(';')[0] + ";charset=UTF-8";
        }
    });

    /// <summary>Retry-After as a date instead of seconds; HTTP has both.</summary>
    public static HostTweaks RetryAtDate { get; } = BeforeHeaders(headers =>
    {
        if (long.TryParse(headers.RetryAfter, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            headers.RetryAfter = HeaderUtilities.FormatDate(DateTimeOffset.UtcNow.AddSeconds(seconds + 1));
        }
    });

    private static HostTweaks BeforeHeaders(Action<IHeaderDictionary> change) => AnswerRewriting.Around((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            change(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    });
}
