using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>Shows what PropIQ sent to the outside.</summary>
internal static class InboxCommand
{
    private enum Inbox
    {
        Slack,
        Email,
        Wandb,
    }

    public static Command Create(Screen screen)
    {
        var inbox = new Argument<Inbox>("inbox") { Description = string.Join(", ", Enum.GetNames<Inbox>()).ToLowerInvariant() };
        var mark = Connected.Needed("--containing", "Only messages with this in them: somebody's e-mail, say.");
        return Connected.Command("inbox", "Shows what Slack, SendGrid or W&B received.", [inbox, mark], async (parsed, director, cancellationToken) =>
        {
            var received = await (parsed.GetValue(inbox) switch
            {
                Inbox.Slack => director.Slack,
                Inbox.Email => director.Email,
                _ => director.Wandb,
            }).AttemptsAsync(parsed.GetValue(mark)!, cancellationToken);
            foreach (var message in received)
            {
                await screen.Out.WriteLineAsync($"{message.At:O} {message.Status} {message.Path} {message.Body}");
            }

            await screen.Out.WriteLineAsync(received.Count == 1 ? "1 message." : $"{received.Count} messages.");
        });
    }
}
