using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>Shows what is up.</summary>
internal static class StatusCommand
{
    public static Command Create(Screen screen) => Connected.Command("status", "Shows what is up, and how the ways are.", [], async (_, director, cancellationToken) =>
    {
        var status = await director.SandboxOrRefuse().StatusAsync(cancellationToken);
        await screen.Out.WriteLineAsync($"Up since {status.Since:u}, process {status.Process}{(status.RunsPropIq ? ", PropIQ included" : "")}");
        if (status.Webhook is { } webhook)
        {
            await screen.Out.WriteLineAsync($"Stripe's events go to {webhook}");
        }

        foreach (var (link, state) in status.Links)
        {
            await screen.Out.WriteLineAsync($"{link}: {state.ToString().ToLowerInvariant()}");
        }
    });
}
