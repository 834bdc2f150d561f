using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Takes a real access token apart and puts it together differently, signed with whatever key is at hand.</summary>
internal sealed class MintedToken
{
    private readonly JsonObject claims;
    private readonly string signature;

    public MintedToken(string real)
    {
        var parts = real.Split('.');
        Header = JsonNode.Parse(Decoded(parts[0]))!.AsObject();
        claims = JsonNode.Parse(Decoded(parts[1]))!.AsObject();
        signature = parts[2];
    }

    public JsonObject Header { get; }

    public MintedToken With(string claim, JsonNode? value)
    {
        claims[claim] = value;
        return this;
    }

    public MintedToken Without(string claim)
    {
        claims.Remove(claim);
        return this;
    }

    public MintedToken Headed(string member, JsonNode? value)
    {
        Header[member] = value;
        return this;
    }

    public string? this[string claim] => claims[claim]?.ToString();

    public string Signed(string key) => Signed(data => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), data));

    public string Signed(Func<byte[], byte[]> sign) => $"{Content}.{Encoded(sign(Encoding.ASCII.GetBytes(Content)))}";

    public string Unsigned() => $"{Content}.";

    /// <summary>Changed, with the signature that the real token had.</summary>
    public string Tampered() => $"{Content}.{signature}";

    private string Content => $"{Encoded(JsonSerializer.SerializeToUtf8Bytes(Header))}.{Encoded(JsonSerializer.SerializeToUtf8Bytes(claims))}";

    private static string Encoded(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] Decoded(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}
