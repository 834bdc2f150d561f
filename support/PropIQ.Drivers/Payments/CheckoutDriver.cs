using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>Looking at prices, checking out, paying, changing plans: what a customer does about money.</summary>
public sealed class CheckoutDriver(PropIqUnderTest propIq, Asking asking, TimeDriver time)
{
    // Stripe stamps its news in whole seconds: which of two cards came last can be told when they are that far apart.
    private static readonly TimeSpan AnotherCard = TimeSpan.FromSeconds(1);
    private readonly Dictionary<Actor, PaymentOutcome> payments = [];

    private IStripeControl Stripe => PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");

    /// <summary>Looks at the public prices.</summary>
    public Task<Attempt<PriceList>> ViewPricesAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "look at the prices", client => client.GetPricesAsync(cancellationToken), cancellationToken);

    /// <summary>Opens a checkout for a plan; null names none.</summary>
    public Task<Attempt<CheckoutSession>> OpenAsync(Actor actor, string? tier, string? priceId, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, $"open a checkout for {tier ?? "no plan"}", client => client.OpenCheckoutAsync(actor.Token, tier, priceId, cancellationToken), cancellationToken);

    /// <summary>Opens a checkout for a plan at the price that the price list shows for a plan.</summary>
    public Task<Attempt<CheckoutSession>> OpenAtPriceOfAsync(Actor actor, PromisedPlan plan, PromisedPlan priced, CancellationToken cancellationToken) =>
        OpenAsync(actor, plan.Tier, ShownPriceOf(actor, priced), cancellationToken);

    /// <summary>The same as older web forms do, with names in camel case.</summary>
    public Task OpenByOlderFormAsync(Actor actor, PromisedPlan plan, PromisedPlan priced, CancellationToken cancellationToken)
    {
        var form = $$"""{"tier":"{{plan.Tier}}","priceId":"{{ShownPriceOf(actor, priced)}}"}""";
        return asking.TryAsync(
            actor, "open a checkout by an older form", client => client.SendRawAsync("POST", "/stripe/create-checkout-session", actor.Token, form, cancellationToken), cancellationToken);
    }

    /// <summary>Opens checkouts for a plan at the same moment.</summary>
    public async Task OpenTogetherAsync(Actor actor, string tier, int count, CancellationToken cancellationToken)
    {
        var token = actor.Token;
        Func<PropIqClient, Task<Answer<CheckoutSession>>> open = client => client.OpenCheckoutAsync(token, tier, null, cancellationToken);
        await asking.TryTogetherAsync(actor, [.. Enumerable.Repeat(($"open a checkout for {tier}", open), count)], cancellationToken);
    }

    /// <summary>Pays the checkout that is open with a card; Stripe tells PropIQ in the given order.</summary>
    public async Task PayAsync(Actor actor, string card, Delivery delivery, CancellationToken cancellationToken)
    {
        payments[actor] = await AtStripe.DoAsync(
            $"paying {actor}'s checkout", () => Stripe.PayAsync(OpenSession(actor), Cards.Number(card), delivery, cancellationToken));
    }

    /// <summary>Pays the checkout that is open with one card after another; Stripe tells of all that when it is over, the last first.</summary>
    public async Task PayInARowAsync(Actor actor, IReadOnlyList<string> cards, CancellationToken cancellationToken)
    {
        foreach (var card in cards)
        {
            await PayAsync(actor, card, Delivery.Held, cancellationToken);
            await time.LetPassAsync(actor, AnotherCard, cancellationToken);
        }

        foreach (var held in (await Stripe.EventsAsync(actor.Email, cancellationToken)).Reverse())
        {
            await Stripe.DeliverAsync(held.Id, new Signing(), 1, cancellationToken);
        }
    }

    /// <summary>The person passes, or fails, the authentication that the card asked for.</summary>
    public async Task AuthenticateAsync(Actor actor, bool passes, CancellationToken cancellationToken) =>
        payments[actor] = await AtStripe.DoAsync(
            $"authenticating {actor}'s payment", () => Stripe.AuthenticateAsync(OpenSession(actor), passes, Delivery.InOrder, cancellationToken));

    /// <summary>Checks out for a plan and pays with a card, all in one go.</summary>
    public async Task SubscribeAsync(Actor actor, PromisedPlan plan, string card, CancellationToken cancellationToken)
    {
        (await OpenAsync(actor, plan.Tier, null, cancellationToken)).ShouldSucceed();
        await PayAsync(actor, card, Delivery.InOrder, cancellationToken);
    }

    /// <summary>The checkout that is open runs out.</summary>
    public Task ExpireAsync(Actor actor, CancellationToken cancellationToken) =>
        AtStripe.DoAsync($"letting {actor}'s checkout run out", () => Stripe.ExpireAsync(OpenSession(actor), cancellationToken));

    /// <summary>The checkout completes before money has arrived.</summary>
    public Task CompleteUnpaidAsync(Actor actor, CancellationToken cancellationToken) =>
        AtStripe.DoAsync($"completing {actor}'s checkout", () => Stripe.CompleteUnpaidAsync(OpenSession(actor), cancellationToken));

    /// <summary>The newest payment.</summary>
    public PaymentOutcome PaymentOf(Actor actor) => payments.TryGetValue(actor, out var payment)
        ? payment
        : throw new InvalidOperationException($"{actor} has not paid yet.");

    /// <summary>Asks to change the plan.</summary>
    public Task<Attempt<PlanChange>> ChangePlanAsync(Actor actor, string tier, bool? confirm, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, $"move to {tier}", client => client.ChangePlanAsync(actor.Token, tier, confirm, cancellationToken), cancellationToken);

    /// <summary>
    /// Asks to move to another plan for good, and waits until Stripe has told of it: what the news does is seen by then, and is not
    /// taken for what the next move does in the same second.
    /// </summary>
    public async Task<Attempt<PlanChange>> MoveAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken)
    {
        var move = await ChangePlanAsync(actor, plan.Tier, true, cancellationToken);
        if (propIq.Stripe is { } stripe && (await stripe.EventsAsync(actor.Email, cancellationToken)).LastOrDefault() is { } news)
        {
            await Eventually.SeeAsync(
                () => stripe.DeliveriesAsync(actor.Email, cancellationToken), told => told.Any(delivery => delivery.EventId == news.Id), cancellationToken);
        }

        return move;
    }

    /// <summary>Answers the question about a change of plan as a form does that sends words where the contract has true and false (5.3).</summary>
    public Task AnswerInWordsAsync(Actor actor, PromisedPlan plan, string answer, CancellationToken cancellationToken)
    {
        var form = $$"""{"tier":"{{plan.Tier}}","confirm":"{{answer}}"}""";
        return asking.TryAsync(
            actor, $"move to {plan.Name} with a \"{answer}\"", client => client.SendRawAsync("POST", "/stripe/change-plan", actor.Token, form, cancellationToken), cancellationToken);
    }

    /// <summary>The subscription as PropIQ shows it.</summary>
    public Task<Subscription> SubscriptionAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.LookAsync(actor, "look at the subscription", client => client.GetSubscriptionAsync(actor.Token, cancellationToken), cancellationToken);

    /// <summary>Tries to look at the subscription.</summary>
    public Task<Attempt<Subscription>> TrySubscriptionAsync(Actor actor, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "look at the subscription", client => client.GetSubscriptionAsync(actor.Token, cancellationToken), cancellationToken);

    private static string ShownPriceOf(Actor actor, PromisedPlan plan)
    {
        var plans = Verdict.Given(actor.Journal.LastOf<PriceList>().ShouldSucceed().Plans, "the plans");
        return Verdict.Given(plans.FirstOrDefault(each => each.Tier == plan.Tier)?.PriceId, $"the price of {plan}");
    }

    private static string OpenSession(Actor actor) =>
        Verdict.Given(actor.Journal.LastOf<CheckoutSession>().ShouldSucceed().SessionId, "the checkout's id");
}
