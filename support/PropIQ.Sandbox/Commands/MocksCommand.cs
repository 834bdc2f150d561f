using System.CommandLine;
using System.Net;
using PropIQ.Sandbox.EnvironmentFiles;
using PropIQ.Sandbox.Standing;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Commands;

/// <summary>Starts the mocks and their director alone, at known ports: what the container runs.</summary>
internal static class MocksCommand
{
    public static Command Create(Screen screen)
    {
        var bind = new Option<string>("--bind") { Description = "The address to listen at; 0.0.0.0 for all.", DefaultValueFactory = _ => "127.0.0.1" };
        var host = new Option<string?>("--public-host") { Description = "What PropIQ calls this machine; default localhost." };
        var first = new Option<int>("--first-port") { Description = "The director's port; Stripe, OpenAI, Slack, SendGrid and W&B follow.", DefaultValueFactory = _ => PublishedPorts.UsualFirst };
        var webhook = Addresses.Option("--webhook-url", $"Where PropIQ takes Stripe's events; default {UpCommand.UsualWebhook}.");
        var file = new Option<string?>("--env-file") { Description = "Writes the environment there; \"-\" prints it, secrets included." };
        var format = EnvironmentOptions.Format();
        var command = new Command("mocks", "Starts the mocks and their director alone, at known ports.") { bind, host, first, webhook, file, format };
        command.SetAction((parsed, cancellationToken) =>
        {
            var ports = new PublishedPorts(
                IPAddress.TryParse(parsed.GetValue(bind), out var address) ? address : throw new BadInputException("--bind takes an IP address of this machine, or 0.0.0.0."),
                parsed.GetValue(host) ?? "localhost",
                parsed.GetValue(first) is > 0 and <= IPEndPoint.MaxPort - PublishedPorts.Count and var port ? port : throw new BadInputException("--first-port takes a port from 1 to 65529."));
            return RunAsync(ports, parsed.GetValue(webhook) ?? UpCommand.UsualWebhook, parsed.GetValue(file), parsed.GetValue(format), screen, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(PublishedPorts ports, Uri webhook, string? path, EnvironmentFormat format, Screen screen, CancellationToken cancellationToken)
    {
        if (path is null && string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(TargetChoice.DirectorSecretVariable)))
        {
            throw new BadInputException($"Nobody would know the director's secret: set {TargetChoice.DirectorSecretVariable}, or have one made up and written with --env-file.");
        }

        using var signals = new StopSignals(cancellationToken);
        var secrets = PublishedSecrets.Of(Environment.GetEnvironmentVariable);
        await using var mocks = await PublishedMocks.StartAsync(ports, secrets, webhook, signals.Stop, signals.Token);
        await using var told = path is null ? null : await Announcement.MakeAsync(path, format, mocks.Variables, screen, signals.Token);
        await screen.Out.WriteLineAsync($"The director answers at {mocks.Variables[TargetChoice.DirectorVariable]}, the mocks at the {PublishedPorts.Count - 1} ports after it. Stripe's events go to {webhook}.");
        await signals.WaitAsync();
        return ExitCodes.Done;
    }
}
