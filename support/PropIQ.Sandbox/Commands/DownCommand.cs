using System.CommandLine;
using PropIQ.Sandbox.Directing;

namespace PropIQ.Sandbox.Commands;

/// <summary>Stops a sandbox.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    public static Command Create(Screen screen) => Connected.Command("down", "Stops the sandbox, and answers when it has stopped.", [], async (_, director, cancellationToken) =>
    {
        var sandbox = director.SandboxOrRefuse();
        await sandbox.DownAsync(cancellationToken);
        await GoneAsync(sandbox, cancellationToken);
        await screen.Out.WriteLineAsync("Stopped.");
    });

    private static async Task GoneAsync(ISandboxControl sandbox, CancellationToken cancellationToken)
    {
        using var looks = new PeriodicTimer(Look);
        try
        {
            while (await looks.WaitForNextTickAsync(cancellationToken))
            {
                await sandbox.StatusAsync(cancellationToken);
            }
        }
        catch (SandboxException)
        {
            // It does not answer any more.
        }
    }
}
