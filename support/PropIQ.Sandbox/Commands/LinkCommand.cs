using System.CommandLine;
using PropIQ.Sandbox.Directing;

namespace PropIQ.Sandbox.Commands;

/// <summary>The way to something that PropIQ calls breaks, or is mended.</summary>
internal static class LinkCommand
{
    public static Command Create(Screen screen)
    {
        var link = new Argument<Link>("link") { Description = string.Join(", ", Enum.GetNames<Link>()).ToLowerInvariant() };
        var state = new Argument<LinkState>("state") { Description = string.Join(", ", Enum.GetNames<LinkState>()).ToLowerInvariant() };
        return Connected.Command("link", "Breaks or mends the way to something that PropIQ calls, for everybody.", [link, state], async (parsed, director, cancellationToken) =>
        {
            await director.SandboxOrRefuse().SetLinkAsync(parsed.GetValue(link), parsed.GetValue(state), cancellationToken);
            await screen.Out.WriteLineAsync($"The way to {parsed.GetValue(link)} is {parsed.GetValue(state).ToString().ToLowerInvariant()}.");
        });
    }

    /// <summary>The sandbox behind a director.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static ISandboxControl SandboxOrRefuse(this RemoteDirector director) =>
        director.Sandbox ?? throw new InvalidOperationException("This director is not a sandbox's: only its mocks can be directed.");
}
