using WireMock.Types;

namespace WireMock.Util;

/// <summary>The body of an answer.</summary>
public interface IBodyData
{
    /// <summary>The body as text, sent in UTF-8.</summary>
    string? BodyAsString { get; set; }

    /// <summary>Which of the forms is meant; nothing is sent when it is null.</summary>
    BodyType? DetectedBodyType { get; set; }
}

/// <inheritdoc />
public class BodyData : IBodyData
{
    /// <inheritdoc />
    public string? BodyAsString { get; set; }

    /// <inheritdoc />
    public BodyType? DetectedBodyType { get; set; }
}
