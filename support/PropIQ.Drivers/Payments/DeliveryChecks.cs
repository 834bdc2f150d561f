using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>Whether PropIQ took what Stripe told by itself.</summary>
public sealed class DeliveryChecks(PropIqUnderTest propIq, Prologue prologue)
{
    private const int Taken = 200;
    private const int Unanswered = 0;
    private const int OurFailure = 500;

    /// <summary>How long news are waited for.</summary>
    internal TimeSpan Patience { get; init; } = Eventually.Patience;

    private IStripeControl Stripe => PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");

    /// <summary>All that Stripe told of the person was taken at the first try, without making it wait.</summary>
    public async Task ShouldBeTakenAtOnceAsync(Actor actor, CancellationToken cancellationToken)
    {
        var deliveries = await OfTheStoryAsync(actor, cancellationToken);
        Verdict.That(deliveries.Count > 0, $"Stripe should have told of {actor}, but told nothing");
        Verdict.That(deliveries.All(delivery => delivery.Status == Taken), $"PropIQ should have taken all news of {actor}, but answered {Answers(deliveries)}");
        var slowest = deliveries.MaxBy(delivery => delivery.Took)!;
        Verdict.That(slowest.Took < Promptness.AtOnce, $"PropIQ should have taken all news of {actor} at once, but {slowest.Type} took {slowest.Took.TotalSeconds:0.0} s");
    }

    /// <summary>The news was answered as our own failure, if at all, so that Stripe tries again (contract, 5.6).</summary>
    public async Task ShouldNotBeTakenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var deliveries = await OfTheStoryAsync(actor, cancellationToken);
        Verdict.That(deliveries.Count > 0, $"Stripe should have told of {actor}, but told nothing");
        Verdict.That(deliveries.All(delivery => delivery.Status is Unanswered or >= OurFailure), $"PropIQ cannot have taken the news of {actor}, but answered {Answers(deliveries)}");
    }

    /// <summary>Stripe's news of a kind is taken sooner or later, at one of its tries.</summary>
    public async Task ShouldBeTakenInTimeAsync(Actor actor, string eventType, CancellationToken cancellationToken)
    {
        var deliveries = await Eventually.SeeAsync(() => OfTheStoryAsync(actor, cancellationToken), seen => seen.Any(IsTaken(eventType)), Patience, cancellationToken);
        Verdict.That(
            deliveries.Any(IsTaken(eventType)), $"PropIQ should have taken {eventType} about {actor} at one of Stripe's tries, but answered {Answers(deliveries)}");
    }

    private static Func<DeliveryAttempt, bool> IsTaken(string eventType) => delivery => delivery.Type == eventType && delivery.Status == Taken;

    private async Task<IReadOnlyList<DeliveryAttempt>> OfTheStoryAsync(Actor actor, CancellationToken cancellationToken) =>
        prologue.Without(actor, await Stripe.DeliveriesAsync(actor.Email, cancellationToken));

    private static string Answers(IReadOnlyList<DeliveryAttempt> deliveries) =>
        deliveries.Count == 0 ? "nothing" : string.Join(", ", deliveries.Select(delivery => $"{delivery.Type}: {delivery.Status}"));
}
