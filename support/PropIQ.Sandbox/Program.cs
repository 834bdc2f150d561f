using PropIQ.Sandbox.Commands;

namespace PropIQ.Sandbox;

/// <summary>The sandbox as a program.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args) => SandboxApp.RunAsync(args, new Screen(Console.Out, Console.Error), CancellationToken.None);
}
