namespace WireMock.Types;

/// <summary>The form of a body.</summary>
public enum BodyType
{
    /// <summary>No body.</summary>
    None = 0,

    /// <summary>Text.</summary>
    String = 1,
}
