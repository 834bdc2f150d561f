using System.Text.Json;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>What Stripe does by itself: renewals, failures, cancellations, and news of them that come twice, late or forged.</summary>
public sealed class StripeDriver(PropIqUnderTest propIq)
{
    private static readonly string[] Refusing = ["type", "title", "status", "code"];
    private readonly Dictionary<Actor, StripeEvent> composed = [];
    private readonly Dictionary<Actor, IReadOnlyList<DeliveryAttempt>> deliveries = [];

    private IStripeControl Stripe => PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");

    /// <summary>What Stripe holds for the person; fails when it knows nobody of that e-mail.</summary>
    public async Task<StripeCustomer> CustomerAsync(Actor actor, CancellationToken cancellationToken)
    {
        var customer = await Stripe.CustomerAsync(actor.Email, cancellationToken);
        Verdict.That(customer is not null, $"Stripe should know {actor} as a customer, but does not");
        return customer!;
    }

    /// <summary>The person's newest subscription at Stripe.</summary>
    public async Task<StripeSubscription> SubscriptionAsync(Actor actor, CancellationToken cancellationToken)
    {
        var customer = await CustomerAsync(actor, cancellationToken);
        return Verdict.Given(customer.Subscriptions.LastOrDefault(), $"a subscription of {actor} at Stripe");
    }

    /// <summary>The subscription renews, charged to the card on file or another.</summary>
    public async Task<PaymentOutcome> RenewAsync(Actor actor, string? card, CancellationToken cancellationToken)
    {
        var subscription = await SubscriptionAsync(actor, cancellationToken);
        return await AtStripe.DoAsync(
            $"renewing {actor}'s subscription", () => Stripe.RenewAsync(subscription.Id, card is null ? null : Cards.Number(card), cancellationToken));
    }

    /// <summary>The subscription ends at Stripe.</summary>
    public async Task EndAsync(Actor actor, CancellationToken cancellationToken)
    {
        var subscription = await SubscriptionAsync(actor, cancellationToken);
        await AtStripe.DoAsync($"ending {actor}'s subscription", () => Stripe.EndAsync(subscription.Id, cancellationToken));
    }

    /// <summary>The subscription is to end with its month, or to go on after all, as support or the customer says at Stripe.</summary>
    public async Task EndWithMonthAsync(Actor actor, bool end, CancellationToken cancellationToken)
    {
        var subscription = await SubscriptionAsync(actor, cancellationToken);
        await AtStripe.DoAsync($"letting {actor}'s subscription {(end ? "end with its month" : "go on")}", () => Stripe.CancelAtPeriodEndAsync(subscription.Id, end, cancellationToken));
    }

    /// <summary>A payment fails with Stripe's code for the reason.</summary>
    public Task FailPaymentAsync(Actor actor, string declineCode, CancellationToken cancellationToken) =>
        Stripe.FailPaymentAsync(actor.Email, declineCode, cancellationToken);

    /// <summary>Makes news of Stripe without sending them.</summary>
    public async Task ComposeAsync(Actor actor, string eventType, StripeEventChanges changes, CancellationToken cancellationToken) =>
        composed[actor] = await Stripe.ComposeAsync(actor.Email, eventType, changes, cancellationToken);

    /// <summary>Sends the composed news.</summary>
    public async Task DeliverComposedAsync(Actor actor, Signing signing, int copies, CancellationToken cancellationToken) =>
        deliveries[actor] = await Stripe.DeliverAsync(Composed(actor).Id, signing, copies, cancellationToken);

    /// <summary>Sends the newest news of a kind once more, or several times at the same instant.</summary>
    public async Task RepeatAsync(Actor actor, string eventType, int copies, CancellationToken cancellationToken)
    {
        var events = await Stripe.EventsAsync(actor.Email, cancellationToken);
        var repeated = events.LastOrDefault(each => each.Type == eventType)
            ?? throw new InvalidOperationException($"Stripe has no {eventType} about {actor} to repeat: a Given is missing.");
        deliveries[actor] = await Stripe.DeliverAsync(repeated.Id, new Signing(), copies, cancellationToken);
    }

    /// <summary>The answers to the newest deliveries.</summary>
    public IReadOnlyList<DeliveryAttempt> DeliveriesTo(Actor actor) => deliveries.TryGetValue(actor, out var attempts)
        ? attempts
        : throw new InvalidOperationException($"Nothing was delivered about {actor} yet: a When is missing.");

    /// <summary>PropIQ took each of the newest deliveries.</summary>
    public void ShouldBeTaken(Actor actor)
    {
        foreach (var attempt in DeliveriesTo(actor))
        {
            Verdict.That(attempt.Status == 200, $"PropIQ should take Stripe's news about {actor}, but answered {attempt.Status}: {attempt.ResponseBody}");
        }
    }

    /// <summary>PropIQ turned each of the newest deliveries away for this reason.</summary>
    public void ShouldBeTurnedAway(Actor actor, KnownRefusal refusal)
    {
        foreach (var attempt in DeliveriesTo(actor))
        {
            Verdict.That(
                attempt.Status == refusal.Status && attempt.ResponseBody.Contains($"\"{refusal.Code}\"", StringComparison.Ordinal) && IsWhole(attempt.ResponseBody),
                $"PropIQ should turn the news about {actor} away because {refusal.Reason}, but answered {attempt.Status}: {attempt.ResponseBody}");
        }
    }

    // What every refusal has (contract, preamble).
    private bool IsWhole(string refusal)
    {
        try
        {
            using var json = JsonDocument.Parse(refusal);
            return json.RootElement.ValueKind == JsonValueKind.Object && Refusing.All(member => json.RootElement.TryGetProperty(propIq.Wire.ToWire(member), out _));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>
    /// At Stripe, exactly this one subscription of the person runs; all others have ended. PropIQ ends what it replaces in its
    /// own time, so this is waited for.
    /// </summary>
    public async Task OnlySubscriptionShouldBeAsync(Actor actor, PromisedPlan? plan, CancellationToken cancellationToken)
    {
        var expected = plan is null ? "" : plan.Tier;
        var found = await Eventually.SeeAsync(() => RunningAsync(actor, cancellationToken), running => running == expected, cancellationToken);
        Verdict.That(found == expected, $"{actor} should pay Stripe for {(plan is null ? "nothing" : plan.Name)}, but pays for {(found.Length == 0 ? "nothing" : found)}");
        await EachOrderShouldBeMarkedAsync(actor, cancellationToken);
    }

    /// <summary>No order at Stripe in the person's name went without a mark against repetition (contract, 8.1).</summary>
    public async Task EachOrderShouldBeMarkedAsync(Actor actor, CancellationToken cancellationToken)
    {
        var unmarked = (await Stripe.CallsAsync(actor.Email, cancellationToken)).FirstOrDefault(call => call.Method == "POST" && string.IsNullOrWhiteSpace(call.IdempotencyKey));
        Verdict.That(unmarked is null, $"each order at Stripe for {actor} should be marked against repetition, but one to {unmarked?.Path} is not");
    }

    private async Task<string> RunningAsync(Actor actor, CancellationToken cancellationToken)
    {
        var subscriptions = (await CustomerAsync(actor, cancellationToken)).Subscriptions;
        var running = subscriptions.Where(subscription => subscription.Status is not ("canceled" or "incomplete" or "incomplete_expired"));
        return string.Join(" and ", running.Select(subscription => subscription.Tier));
    }

    private StripeEvent Composed(Actor actor) => composed.TryGetValue(actor, out var each)
        ? each
        : throw new InvalidOperationException($"No news about {actor} was composed yet: a Given is missing.");
}
