using System.Runtime.InteropServices;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi;

/// <summary>Runs one host, configured by the environment, until it is told to stop.</summary>
public static class Program
{
    /// <summary>0 after a stop that was asked for, 1 when it could not start: then standard error says why and how to mend it.</summary>
    public static async Task<int> Main()
    {
        try
        {
            await using var host = await ReferenceApiHost.StartAsync(OptionsReader.FromEnvironment(), null, CancellationToken.None);
            Console.Out.WriteLine($"PropIQ listens on {host.Url}");
            await StopRequestedAsync();
            return 0;
        }
        catch (StartupException failure)
        {
            await Console.Error.WriteLineAsync("PropIQ cannot start. " + failure.Message);
            return 1;
        }
    }

    private static async Task StopRequestedAsync()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        await asked.Task;

        void Ask(PosixSignalContext context)
        {
            context.Cancel = true;
            asked.TrySetResult();
        }
    }
}
