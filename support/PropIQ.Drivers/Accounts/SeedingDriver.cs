using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Targets;

namespace PropIQ.Drivers.Accounts;

/// <summary>Puts people where a story begins: through the front door where that is quick, else by the testing interface.</summary>
public sealed class SeedingDriver(
    PropIqUnderTest propIq, TestBench bench, FrontDoor frontDoor, AccountDriver accounts, AnalysisDriver analyses, TimeDriver time)
{
    /// <summary>
    /// The person has an account on a plan, with analyses used this period and at least as many in the history, and is
    /// logged in. A paid plan comes with its customer and subscription at Stripe; its period began <paramref name="intoPeriod"/> ago.
    /// </summary>
    public async Task PlaceAsync(
        Actor actor, PromisedPlan plan, int used, int? history, CancellationToken cancellationToken, TimeSpan? intoPeriod = null)
    {
        if (plan.IsFree && used <= plan.Analyses && (history ?? used) == used)
        {
            (await accounts.SignUpAsync(actor, cancellationToken)).ShouldSucceed();
            await analyses.UseUpAsync(actor, used, cancellationToken);
            return;
        }

        if (!bench.Offers(Capability.UserSeeding) && (history ?? used) == used)
        {
            await frontDoor.PlaceAsync(actor, plan, used, cancellationToken);
            return;
        }

        var now = await time.EnterAsync(actor, cancellationToken);
        var subscription = plan.IsFree
            ? null
            : await SubscriptionAsync(actor, plan, now - (intoPeriod ?? TimeSpan.FromDays(5)), cancellationToken);
        await SeedAsync(actor, new SeededUser(actor.Email, actor.Password, plan.Tier, used, history, actor.Name, "Simulated", subscription), cancellationToken);
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
    }

    /// <summary>
    /// The person has so many analyses in the history. On Free they are made month by month, through the front door, so that
    /// each is known, or, where clocks cannot be moved, on a larger plan that has ended since. On a paid plan they are all
    /// of the running period, as far as the plan allows.
    /// </summary>
    public async Task PlaceWithHistoryAsync(Actor actor, PromisedPlan plan, int history, CancellationToken cancellationToken)
    {
        if (!plan.IsFree)
        {
            await PlaceAsync(actor, plan, Math.Min(history, plan.Analyses), history, cancellationToken);
            return;
        }

        if (history > plan.Analyses && !time.CanMoveClocks)
        {
            await frontDoor.PlaceAsync(actor, plan, history, cancellationToken);
            return;
        }

        (await accounts.SignUpAsync(actor, cancellationToken)).ShouldSucceed();
        for (var left = history; left > 0; left -= plan.Analyses)
        {
            if (left < history)
            {
                var now = await time.NowAsync(actor, cancellationToken);
                await time.MoveToAsync(actor, now.AddMonths(1), cancellationToken);
                (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
            }

            await analyses.UseUpAsync(actor, Math.Min(left, plan.Analyses), cancellationToken);
        }
    }

    private async Task<SeededSubscription?> SubscriptionAsync(Actor actor, PromisedPlan plan, DateTimeOffset start, CancellationToken cancellationToken)
    {
        if (propIq.Stripe is not { } stripe)
        {
            return null;
        }

        var subscription = await stripe.SeedSubscriptionAsync(actor.Email, plan.Tier, start, start.AddMonths(1), cancellationToken);
        return new SeededSubscription(subscription.CustomerId, subscription.Id, subscription.CurrentPeriodStart, subscription.CurrentPeriodEnd);
    }

    private async Task SeedAsync(Actor actor, SeededUser user, CancellationToken cancellationToken)
    {
        var placed = new Attempt<SeededAccount>($"put {actor} on {user.Tier}", await bench.For("user-seeding").SeedUserAsync(user, cancellationToken)).ShouldSucceed();
        actor.UserId = placed.User?.Id;
    }
}
