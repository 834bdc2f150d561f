using System.Runtime.InteropServices;

namespace PropIQ.Sandbox.Suites;

/// <summary>What Ctrl-C sends, for a process that did not get it from the terminal.</summary>
internal static class Interrupt
{
    private const int Sigint = 2;

    /// <summary>Sends it; a process that has ended does not mind.</summary>
    public static void Send(int process)
    {
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(process, Sigint);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
