using PropIQ.Steps.Hooks;

namespace PropIQ.Acceptance.Tests;

/// <summary>Has PropIQ and what belongs to it come up while the runner still looks for tests, where tests will be run.</summary>
internal static class EarlyStart
{
    private static readonly string[] NothingIsRun = ["--list-tests", "--help", "-?", "--info"];

    /// <summary>Looks at how the program was called. What it begins in vain ends with the process.</summary>
    public static void Begin(IReadOnlyCollection<string> arguments)
    {
        // Another program that directs this one may never have anything run; `dotnet test` says beforehand what it wants.
        var isDirected = arguments.Contains("--server") && !arguments.Contains("dotnettestcli");
        if (!isDirected && !arguments.Intersect(NothingIsRun).Any() && Environment.GetEnvironmentVariable("REQNROLL_DRY_RUN") is null or "")
        {
            StageHooks.OpenTheHouse();
        }
    }
}
