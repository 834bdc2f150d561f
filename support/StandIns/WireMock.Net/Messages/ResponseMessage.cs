using WireMock.Types;
using WireMock.Util;

namespace WireMock;

/// <inheritdoc />
public class ResponseMessage : IResponseMessage
{
    /// <inheritdoc />
    public IBodyData? BodyData { get; set; }

    /// <inheritdoc />
    public IDictionary<string, WireMockList<string>>? Headers { get; set; } = new Dictionary<string, WireMockList<string>>();

    /// <inheritdoc />
    public object? StatusCode { get; set; }

    /// <inheritdoc />
    public void AddHeader(string name, string value)
    {
        Headers ??= new Dictionary<string, WireMockList<string>>();
        Headers.Add(name, value);
    }
}
