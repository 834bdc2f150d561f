namespace WireMock.Types;

/// <summary>The form of a body.</summary>
public enum BodyType
{
    /// <summary>Text.</summary>
    String = 1,
}
