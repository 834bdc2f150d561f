using PropIQ.Mocks.Inbox;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.EdgeCases;

/// <summary>All that was observed of one account: calls, deliveries, and what others heard about it. Detectors judge by nothing else.</summary>
internal sealed record Evidence(
    IReadOnlyList<CallRecord> Calls, IReadOnlyList<WebhookDelivery> Deliveries, HeardMessages? Heard)
{
    /// <summary>The evidence about each of a user's accounts: his own, and those of stand-ins in scenarios of chaos.</summary>
    public static IReadOnlyList<Evidence> Of(UserState user) =>
    [
        .. user.Calls.Where(call => !call.Superseded).GroupBy(call => call.Identity).Select(account => new Evidence(
            [.. account.OrderBy(call => call.Exchange.StartedAt)],
            [.. user.Deliveries.Where(delivery => delivery.Identity == account.Key)],
            user.Heard.LastOrDefault(heard => heard.Identity == account.Key))),
    ];

    /// <summary>Asks those whom PropIQ writes to what they heard, where they can be asked.</summary>
    public static async Task ListenAsync(RunContext run, UserState user, Visitor visitor)
    {
        var target = run.Target;
        if (target is not { Slack: { } slack, Email: { } email, Wandb: { } wandb } || visitor.Testing is not { } testing || run.Stop.Token.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await testing.DrainOutboxAsync(visitor.Email, 5, run.Stop.Token);
            var analysed = user.Calls.Where(call => call.Identity == visitor.Email).Select(call => call.Value).OfType<Client.Contract.Analysis>();
            var records = new List<string>();
            foreach (var address in analysed.Select(analysis => analysis.Address).OfType<string>().Distinct().Take(3))
            {
                records.AddRange(await BodiesAsync(wandb, address, run.Stop.Token));
            }

            user.Add(new HeardMessages(
                visitor.Email, await BodiesAsync(slack, visitor.Email, run.Stop.Token), await BodiesAsync(email, visitor.Email, run.Stop.Token), records));
        }
        catch (OperationCanceledException)
        {
            // Stopped: what nobody was asked is not observed.
        }
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(IInboxControl inbox, string mark, CancellationToken cancellation) =>
        [.. (await inbox.ContainingAsync(mark, cancellation)).Select(message => message.Body)];
}
