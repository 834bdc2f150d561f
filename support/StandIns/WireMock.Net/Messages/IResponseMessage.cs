using WireMock.Types;
using WireMock.Util;

namespace WireMock;

/// <summary>An answer to be sent.</summary>
public interface IResponseMessage
{
    /// <summary>The body, if any.</summary>
    IBodyData? BodyData { get; set; }

    /// <summary>The headers.</summary>
    IDictionary<string, WireMockList<string>>? Headers { get; set; }

    /// <summary>The status: a number, a string of digits or an HttpStatusCode; null is 200.</summary>
    object? StatusCode { get; set; }

    /// <summary>Adds a header; one of the same name throws.</summary>
    void AddHeader(string name, string value);
}
