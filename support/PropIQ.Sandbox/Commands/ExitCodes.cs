namespace PropIQ.Sandbox.Commands;

/// <summary>
/// What the process answers with. "run" answers with the suite's own code where there is one: the others lie outside
/// what test runners use (2 is "tests failed" to Microsoft.Testing.Platform), where sysexits.h has them.
/// </summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>What was asked for cannot be done as things are.</summary>
    public const int NotPossible = 1;

    /// <summary>Options or files that cannot be used.</summary>
    public const int BadInput = 64;

    /// <summary>PropIQ, or a part of the sandbox, did not come up, or does not answer.</summary>
    public const int NotUp = 69;

    /// <summary>Stopped by a signal.</summary>
    public const int Stopped = 130;
}

/// <summary>Where people read.</summary>
internal sealed record Screen(TextWriter Out, TextWriter Error);

/// <summary>Input that cannot be used.</summary>
internal sealed class BadInputException(string message) : Exception(message);
