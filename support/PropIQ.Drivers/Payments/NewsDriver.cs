using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>Tells PropIQ news in Stripe's name. What PropIQ held of the person before is remembered, to be compared.</summary>
public sealed class NewsDriver(PropIqUnderTest propIq, StripeDriver stripe, TimeDriver time, FaultDriver faults, Snapshots snapshots)
{
    private const int LaterQuestions = 3;

    private IStripeControl Stripe => PropIqUnderTest.Need(propIq.Stripe, "stripe-mock");

    /// <summary>Tells news of the person's plan, signed in some way.</summary>
    public async Task TellAsync(Actor actor, News news, Signing signing, int copies, CancellationToken cancellationToken)
    {
        await snapshots.TakeAsync(actor, cancellationToken);
        await stripe.ComposeAsync(actor, news.EventType, news.Changes, cancellationToken);
        await stripe.DeliverComposedAsync(actor, signing, copies, cancellationToken);
    }

    /// <summary>Tells news as Stripe would, once.</summary>
    public Task TellAsync(Actor actor, News news, CancellationToken cancellationToken) => TellAsync(actor, news, new Signing(), 1, cancellationToken);

    /// <summary>Tells news of an invoice that goes to another e-mail than the account's.</summary>
    public Task TellBilledToAsync(Actor actor, News news, string email, CancellationToken cancellationToken) =>
        TellAsync(actor, news with { Changes = news.Changes with { BilledTo = email } }, cancellationToken);

    /// <summary>Tells of the renewal of somebody whom PropIQ does not know, by anything that Stripe says of them.</summary>
    public Task TellOfSomebodyElseAsync(Actor actor, CancellationToken cancellationToken)
    {
        var renewal = News.Named("a renewal");
        var changes = renewal.Changes with { CustomerId = "cus_of_somebody_else", SubscriptionId = "sub_of_somebody_else", BilledTo = "somebody.else@elsewhere.test" };
        return TellAsync(actor, renewal with { Changes = changes }, cancellationToken);
    }

    /// <summary>Tells news of the plan that the person had before the present one.</summary>
    public async Task TellOfFormerAsync(Actor actor, News news, CancellationToken cancellationToken)
    {
        var subscriptions = (await stripe.CustomerAsync(actor, cancellationToken)).Subscriptions;
        Verdict.That(subscriptions.Count > 1, $"{actor} should have had another subscription at Stripe before, but has {subscriptions.Count}");
        await TellAsync(actor, news with { Changes = news.Changes with { SubscriptionId = subscriptions[^2].Id } }, cancellationToken);
    }

    /// <summary>Tells news that was made some time ago.</summary>
    public async Task TellLateAsync(Actor actor, News news, TimeSpan late, CancellationToken cancellationToken) =>
        await TellAsync(actor, await LateAsync(actor, news, late, cancellationToken), cancellationToken);

    /// <summary>Tells news of the former plan that was made some time ago.</summary>
    public async Task TellLateOfFormerAsync(Actor actor, News news, TimeSpan late, CancellationToken cancellationToken) =>
        await TellOfFormerAsync(actor, await LateAsync(actor, news, late, cancellationToken), cancellationToken);

    /// <summary>Tells two things that happened within one second, in this order: Stripe stamps its news in whole seconds.</summary>
    public async Task TellWithinASecondAsync(Actor actor, News first, News second, CancellationToken cancellationToken)
    {
        var made = await time.NowAsync(actor, cancellationToken);
        await TellAsync(actor, first with { Changes = first.Changes with { Created = made } }, cancellationToken);
        await TellAsync(actor, second with { Changes = second.Changes with { Created = made } }, cancellationToken);
    }

    /// <summary>Tells of a renewal once more for the month that is running.</summary>
    public async Task TellOfSameMonthAsync(Actor actor, CancellationToken cancellationToken)
    {
        var start = (await stripe.SubscriptionAsync(actor, cancellationToken)).CurrentPeriodStart;
        var renewal = News.Named("a renewal");
        await TellAsync(actor, renewal with { Changes = renewal.Changes with { PeriodStart = start } }, cancellationToken);
    }

    /// <summary>
    /// Tells the same news several times at the same instant. The person's rows are held until every copy is under way,
    /// which proves that they overlapped; where that cannot be done, they set out together and overlap as far as they do.
    /// </summary>
    public async Task TellTogetherAsync(Actor actor, News news, int copies, CancellationToken cancellationToken)
    {
        if (!faults.CanStallDatabase)
        {
            await TellAsync(actor, news, copies, cancellationToken);
            return;
        }

        await faults.StallDatabaseAsync(actor, cancellationToken);
        var telling = TellAsync(actor, news, copies, cancellationToken);
        var underWay = await Eventually.SeeAsync(
            () => Stripe.UnderWayAsync(actor.Email, cancellationToken), count => count == copies || telling.IsCompleted, cancellationToken);

        // What is under way need not have been read: PropIQ is at work on it once it has answered what was asked later.
        for (var question = 0; question < LaterQuestions; question++)
        {
            await actor.Client.GetHealthAsync(cancellationToken);
        }

        await faults.ReleaseDatabaseAsync(actor, cancellationToken);
        await telling;
        Verdict.That(underWay == copies, $"{copies} copies of the news about {actor} were to be under way together, but no more than {underWay} were");
    }

    /// <summary>Sends a text that is no event, signed as Stripe signs.</summary>
    public Task SendAsync(Actor actor, string text, CancellationToken cancellationToken) =>
        TellAsync(actor, News.OfNoUse with { Changes = new StripeEventChanges(RawBody: text) }, cancellationToken);

    /// <summary>Tells everything about the person once more, in the same order.</summary>
    public async Task RepeatAllAsync(Actor actor, CancellationToken cancellationToken)
    {
        var told = (await Stripe.DeliveriesAsync(actor.Email, cancellationToken)).Select(delivery => delivery.EventId).Distinct().ToList();
        Verdict.That(told.Count > 0, $"Stripe has told nothing about {actor} that it could repeat");
        foreach (var id in told)
        {
            await Stripe.DeliverAsync(id, new Signing(), 1, cancellationToken);
        }
    }

    private async Task<News> LateAsync(Actor actor, News news, TimeSpan late, CancellationToken cancellationToken) =>
        news with { Changes = news.Changes with { Created = await time.NowAsync(actor, cancellationToken) - late } };

    private async Task TellAsync(Actor actor, News news, int copies, CancellationToken cancellationToken)
    {
        await stripe.ComposeAsync(actor, news.EventType, news.Changes, cancellationToken);
        await stripe.DeliverComposedAsync(actor, new Signing(), copies, cancellationToken);
    }
}
