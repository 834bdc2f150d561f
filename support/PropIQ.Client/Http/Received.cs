namespace PropIQ.Client.Http;

/// <summary>What a call brought back, before anyone has read it. <c>Failure</c> says in plain words why there is no whole answer.</summary>
internal sealed record Received(Exchange Exchange, byte[] Body, string? ContentType, string? Failure)
{
    public int Status => (int)(Exchange.Status ?? 0);

    public string? Header(string name) =>
        Exchange.ResponseHeaders.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
