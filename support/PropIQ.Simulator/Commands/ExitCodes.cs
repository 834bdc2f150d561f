namespace PropIQ.Simulator.Commands;

/// <summary>What the process answers with.</summary>
internal static class ExitCodes
{
    public const int AsExpected = 0;

    /// <summary>An expectation was missed, or a threshold crossed.</summary>
    public const int Missed = 1;

    /// <summary>Options or a profile that cannot be used, or a target that is refused.</summary>
    public const int BadInput = 2;

    /// <summary>Nobody answers there.</summary>
    public const int Unreachable = 3;

    /// <summary>A load's figures cannot be trusted: its client, and not the target, may be what was measured.</summary>
    public const int Unreliable = 4;

    /// <summary>A load crossed a threshold; the number is k6's.</summary>
    public const int ThresholdsCrossed = 99;

    /// <summary>Stopped by a signal.</summary>
    public const int Stopped = 130;
}

/// <summary>Where people read.</summary>
internal sealed record Screen(TextWriter Out, TextWriter Error)
{
    /// <summary>True on a terminal that can be drawn on.</summary>
    public bool IsTerminal => ReferenceEquals(Out, Console.Out) && !Console.IsOutputRedirected;
}

/// <summary>Input that cannot be used.</summary>
internal sealed class BadInputException(string message) : Exception(message);
