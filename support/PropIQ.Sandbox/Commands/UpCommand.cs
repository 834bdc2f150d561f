using System.CommandLine;
using PropIQ.Sandbox.EnvironmentFiles;
using PropIQ.Sandbox.Standing;

namespace PropIQ.Sandbox.Commands;

/// <summary>Starts everything around a PropIQ, and keeps it up until told to stop.</summary>
internal static class UpCommand
{
    /// <summary>Where a PropIQ takes Stripe's events unless told otherwise.</summary>
    public static readonly Uri UsualWebhook = new("http://127.0.0.1:8000/stripe/webhook");

    public static Command Create(Screen screen)
    {
        var file = EnvironmentOptions.File();
        var format = EnvironmentOptions.Format();
        var webhook = Addresses.Option("--webhook-url", $"Where PropIQ takes Stripe's events; default {UsualWebhook}.");
        var command = new Command("up", "Starts PostgreSQL and all mocks, writes the environment that PropIQ starts with, and stays until Ctrl-C.") { file, format, webhook };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(file)!, parsed.GetValue(format), parsed.GetValue(webhook) ?? UsualWebhook, screen, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string path, EnvironmentFormat format, Uri webhook, Screen screen, CancellationToken cancellationToken)
    {
        await NobodyElse.IsUpAsync(path, format, cancellationToken);
        using var signals = new StopSignals(cancellationToken);
        await using var sandbox = await StandingSandbox.StartAsync(new SandboxOptions(), webhook, signals.Token);
        await sandbox.OpenDirectorAsync(null, signals.Stop, signals.Token);
        await using var told = await Announcement.MakeAsync(path, format, sandbox.Variables, screen, signals.Token);
        await screen.Out.WriteLineAsync($"Stripe's events go to {webhook}. Ctrl-C, or \"down\", stops the sandbox.");
        await signals.WaitAsync();
        await screen.Out.WriteLineAsync("Stopping.");
        return ExitCodes.Done;
    }
}
