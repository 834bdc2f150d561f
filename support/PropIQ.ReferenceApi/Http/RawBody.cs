namespace PropIQ.ReferenceApi.Http;

/// <summary>A body's bytes, exactly as they came.</summary>
public sealed record RawBody(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Binds to the body that the pipeline has read; null where the endpoint does not take one.</summary>
    public static ValueTask<RawBody?> BindAsync(HttpContext context) => new(context.Features.Get<RawBody>());
}
