using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>What collaborators saw of a scenario's people.</summary>
internal sealed record CollaboratorEvidence(IReadOnlyList<StripeEvent> Stripe, IReadOnlyList<DeliveryAttempt> Deliveries, IReadOnlyList<InboxMessage> Slack, IReadOnlyList<InboxMessage> Emails)
{
    /// <summary>Asks the collaborators that are there.</summary>
    public static async Task<CollaboratorEvidence> OfAsync(PropIqUnderTest propIq, IReadOnlyCollection<Actor> people, CancellationToken cancellationToken)
    {
        List<StripeEvent> events = [];
        List<DeliveryAttempt> deliveries = [];
        List<InboxMessage> slack = [];
        List<InboxMessage> emails = [];
        foreach (var person in people)
        {
            if (propIq.Stripe is { } stripe)
            {
                events.AddRange(await stripe.EventsAsync(person.Email, cancellationToken));
                deliveries.AddRange(await stripe.DeliveriesAsync(person.Email, cancellationToken));
            }

            if (propIq.Slack is { } channel)
            {
                slack.AddRange(await channel.AttemptsAsync(person.Email, cancellationToken));
            }

            if (propIq.Email is { } mail)
            {
                emails.AddRange(await mail.AttemptsAsync(person.Email, cancellationToken));
            }
        }

        return new CollaboratorEvidence(events, deliveries, slack, emails);
    }
}
