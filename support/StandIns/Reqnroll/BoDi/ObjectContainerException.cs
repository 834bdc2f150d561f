namespace Reqnroll.BoDi;

/// <summary>An object cannot be made.</summary>
public class ObjectContainerException : Exception
{
    internal ObjectContainerException(string message) : base(message)
    {
    }
}
