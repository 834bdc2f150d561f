using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Inbox;

namespace PropIQ.Drivers.Collaborators;

/// <summary>What Slack, the mailer and Weights &amp; Biases have heard about a person.</summary>
public sealed class InboxDriver(PropIqUnderTest propIq, OutboxDriver outbox, Prologue prologue)
{
    // Who gives up after a second try would not be seen otherwise. Whoever waits longer between them is not waited for.
    private const int TriesInVain = 3;
    private static readonly TimeSpan ForFurtherTries = TimeSpan.FromSeconds(1);
    private readonly HashSet<(Surrounding Collaborator, string Mark)> failing = [];
    private bool wasTrouble;

    /// <summary>Slack has heard exactly so many messages of a kind about the person (contract, 8.3).</summary>
    public async Task SlackShouldHaveHeardAsync(Actor actor, int count, string notice, CancellationToken cancellationToken)
    {
        var slack = PropIqUnderTest.Need(propIq.Slack, "slack-mock");
        await ShouldHaveAsync("Slack", slack, actor, count, $" of a {notice} of", KindOfNotice.Named(notice).IsIn, cancellationToken);
    }

    /// <summary>Slack has heard exactly one message of a kind about the person, and no other message.</summary>
    public async Task SlackShouldHaveHeardOnlyAsync(Actor actor, string notice, CancellationToken cancellationToken)
    {
        await SlackShouldHaveHeardAsync(actor, 1, notice, cancellationToken);
        await ShouldHaveAsync("Slack", PropIqUnderTest.Need(propIq.Slack, "slack-mock"), actor, 1, " about", AnyMessage, cancellationToken);
    }

    /// <summary>Slack has heard of nothing that concerns the person.</summary>
    public Task SlackShouldHaveHeardNothingAsync(Actor actor, CancellationToken cancellationToken) =>
        ShouldHaveAsync("Slack", PropIqUnderTest.Need(propIq.Slack, "slack-mock"), actor, 0, " about", AnyMessage, cancellationToken);

    /// <summary>Exactly so many e-mails went to the person.</summary>
    public Task MailsShouldHaveGoneAsync(Actor actor, int count, CancellationToken cancellationToken) =>
        ShouldHaveAsync("The mailer", PropIqUnderTest.Need(propIq.Email, "email-mock"), actor, count, " about", AnyMessage, cancellationToken);

    /// <summary>The records that Weights &amp; Biases has of an address, as JSON texts; so many are waited for.</summary>
    public async Task<IReadOnlyList<string>> WandbRecordsAsync(Actor actor, string address, int expected, CancellationToken cancellationToken)
    {
        var wandb = PropIqUnderTest.Need(propIq.Wandb, "wandb-mock");
        var messages = await outbox.ReceivedAsync(actor, () => wandb.ContainingAsync(address, cancellationToken), seen => seen.Count >= expected, wasTrouble, cancellationToken);
        return [.. messages.Select(message => message.Body)];
    }

    /// <summary>Slack, the mailer or W&amp;B turns away what is about this person, or has a mark in it, until mended.</summary>
    public Task RejectAsync(Surrounding collaborator, string mark, Rejection rejection, CancellationToken cancellationToken) =>
        FailAsync(collaborator, mark, rejection, null, cancellationToken);

    /// <summary>The collaborator leaves messages about this person unanswered for a while.</summary>
    public Task StallAsync(Surrounding collaborator, string mark, TimeSpan time, CancellationToken cancellationToken) =>
        FailAsync(collaborator, mark, Rejection.Named("refuses"), time, cancellationToken);

    /// <summary>Slack is well again, for this person and for everybody.</summary>
    public async Task HealSlackAsync(Actor actor, CancellationToken cancellationToken)
    {
        await HealAsync(Surrounding.Slack, actor.Email, cancellationToken);
        if (propIq.OwnHost is { } own)
        {
            await own.SetAsync(Surrounding.Slack, Condition.Well, cancellationToken);
        }
    }

    /// <summary>The collaborator is well again, once its trouble was met: a message that comes only then would meet none.</summary>
    public async Task HealAsync(Surrounding collaborator, string mark, CancellationToken cancellationToken)
    {
        var inbox = Inbox(collaborator);
        if (failing.Remove((collaborator, mark)))
        {
            await Eventually.SeeAsync(() => InVainAsync(inbox, mark, cancellationToken), tries => tries > 0, cancellationToken);
            await Eventually.SeeAsync(() => InVainAsync(inbox, mark, cancellationToken), tries => tries >= TriesInVain, ForFurtherTries, cancellationToken);
        }

        wasTrouble = true;
        await inbox.HealAsync(mark, cancellationToken);
    }

    private Task FailAsync(Surrounding collaborator, string mark, Rejection rejection, TimeSpan? stall, CancellationToken cancellationToken)
    {
        failing.Add((collaborator, mark));
        return Inbox(collaborator).FailAsync(mark, rejection.Status, stall, cancellationToken);
    }

    private async Task ShouldHaveAsync(
        string who, IInboxControl inbox, Actor actor, int count, string about, Func<string, bool> isMeant, CancellationToken cancellationToken)
    {
        var all = await outbox.ReceivedAsync(
            actor,
            async () => prologue.Without(actor, await inbox.ContainingAsync(actor.Email, cancellationToken)),
            seen => seen.Count(message => isMeant(message.Body)) >= count,
            wasTrouble,
            cancellationToken);
        var heard = all.Count(message => isMeant(message.Body));
        Verdict.That(
            heard == count,
            $"{who} should have heard {Times(count)}{about} {actor}, but heard {Times(heard)}; all that was said about {actor}: {Said(all)}");
    }

    private static async Task<int> InVainAsync(IInboxControl inbox, string mark, CancellationToken cancellationToken) =>
        (await inbox.AttemptsAsync(mark, cancellationToken)).Count(attempt => !IsTaken(attempt));

    private static bool AnyMessage(string message) => true;

    private static bool IsTaken(InboxMessage message) => message.Status is >= 200 and < 300;

    private static string Said(IReadOnlyList<InboxMessage> messages) =>
        messages.Count == 0 ? "nothing" : string.Join(" | ", messages.Select(message => message.Body));

    private static string Times(int count) => count switch { 0 => "nothing", 1 => "once", _ => $"{count} times" };

    private IInboxControl Inbox(Surrounding collaborator) => collaborator switch
    {
        Surrounding.Slack => PropIqUnderTest.Need(propIq.Slack, "slack-mock"),
        Surrounding.Email => PropIqUnderTest.Need(propIq.Email, "email-mock"),
        Surrounding.Wandb => PropIqUnderTest.Need(propIq.Wandb, "wandb-mock"),
        _ => throw new ArgumentException($"{collaborator} keeps no messages."),
    };
}
