using System.Text.Json;

namespace PropIQ.Sandbox.Directing;

/// <summary>An exception on its way to the other process: what it was and what it said.</summary>
internal sealed record Complaint(ComplaintKind Kind, string Words)
{
    /// <summary>What went wrong, without anything of where.</summary>
    public static Complaint About(Exception failure) => failure switch
    {
        ArgumentOutOfRangeException => new(ComplaintKind.ArgumentOutOfRange, failure.Message),
        ArgumentException => new(ComplaintKind.Argument, failure.Message),
        JsonException => new(ComplaintKind.Argument, $"An argument cannot be read: {failure.Message}"),
        InvalidOperationException => new(ComplaintKind.InvalidOperation, failure.Message),
        SandboxException => new(ComplaintKind.Sandbox, failure.Message),
        _ => new(ComplaintKind.Sandbox, $"The director failed ({failure.GetType().Name}): {failure.Message}"),
    };

    /// <summary>The exception again, as it would have been in one process.</summary>
    public Exception ToException() => Kind switch
    {
        ComplaintKind.ArgumentOutOfRange => new ArgumentOutOfRangeException(null, Words),
        ComplaintKind.Argument => new ArgumentException(Words),
        ComplaintKind.InvalidOperation => new InvalidOperationException(Words),
        _ => new SandboxException(Words),
    };
}

/// <summary>The exceptions that stay what they are.</summary>
internal enum ComplaintKind
{
    Sandbox,
    Argument,
    ArgumentOutOfRange,
    InvalidOperation,
}
