using System.Globalization;
using System.Text.RegularExpressions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Payments;

/// <summary>What a change of plan must say first, and what must come of it.</summary>
public sealed partial class PlanChangeChecks(CheckoutDriver checkout, ProfileChecks profile, StripeDriver stripe)
{
    /// <summary>The newest change of plan came to this: changed, scheduled or confirmation_required.</summary>
    public void ShouldBe(Actor actor, string status)
    {
        var change = actor.Journal.LastOf<PlanChange>().ShouldBeWhole();
        Verdict.That(change.Status == status, $"{actor}'s change of plan should be {status.InWords()}, but is {change.Status!.InWords()}");
    }

    /// <summary>The move was made at once, and warns of nothing.</summary>
    public void ShouldBeMade(Actor actor)
    {
        ShouldBe(actor, "changed");
        var warnings = actor.Journal.LastOf<PlanChange>().Answer.Value!.Warnings ?? [];
        Verdict.That(warnings.Count == 0, $"{actor} should be warned of nothing once the move is made, but reads \"{string.Join("; ", warnings)}\"");
    }

    /// <summary>Nothing was changed at Stripe either: the subscription is to the plan that the profile shows, and goes on.</summary>
    public async Task NothingShouldBeOrderedAsync(Actor actor, CancellationToken cancellationToken)
    {
        var plan = await profile.PlanAsync(actor, cancellationToken);
        var held = await stripe.SubscriptionAsync(actor, cancellationToken);
        Verdict.That(
            held.Tier == plan && !held.CancelAtPeriodEnd,
            $"{actor}'s subscription at Stripe should go on to {plan} until a move is confirmed, but is to {held.Tier}{(held.CancelAtPeriodEnd ? " and ends with its month" : "")}");
        var shown = await checkout.SubscriptionAsync(actor, cancellationToken);
        Verdict.That(shown.Tier == plan && shown.CancelAtPeriodEnd == false, $"{actor} should be shown a subscription to {plan} that goes on, but is shown {shown.Tier} with {(shown.CancelAtPeriodEnd == false ? "no end" : "an end")}");
    }

    /// <summary>Nothing was changed yet, and one of the warnings names all of these numbers.</summary>
    public void ShouldWarnOf(Actor actor, params int[] numbers)
    {
        var warnings = Warnings(actor);
        Verdict.That(
            warnings.Any(warning => numbers.All(number => Names(warning, number))),
            $"{actor} should be warned of {string.Join(" and ", numbers)}, but reads \"{string.Join("; ", warnings)}\"");
    }

    /// <summary>Nothing was changed yet, and a warning speaks of exports.</summary>
    public void ShouldWarnOfExports(Actor actor) => Verdict.That(
        Warnings(actor).Any(warning => warning.Contains("export", StringComparison.OrdinalIgnoreCase)),
        $"{actor} should be warned that exports will stop, but reads \"{string.Join("; ", Warnings(actor))}\"");

    /// <summary>No warning speaks of hidden analyses.</summary>
    public void ShouldNotWarnOfHidden(Actor actor) => Verdict.That(
        !Warnings(actor).Any(warning => Hiding().IsMatch(warning)),
        $"{actor} should not be warned of hidden analyses, but reads \"{string.Join("; ", Warnings(actor))}\"");

    /// <summary>The subscription ends with the month that is paid for, and Stripe knows.</summary>
    public async Task ShouldBeScheduledAsync(Actor actor, CancellationToken cancellationToken)
    {
        ShouldBe(actor, "scheduled");
        var held = await stripe.SubscriptionAsync(actor, cancellationToken);
        await stripe.EachOrderShouldBeMarkedAsync(actor, cancellationToken);
        Verdict.That(held.CancelAtPeriodEnd, $"Stripe should end {actor}'s subscription with its month, but will renew it");
        await EndShouldBeShownAsync(actor, ends: true, held, cancellationToken);
    }

    /// <summary>PropIQ shows whether the subscription ends with its month, and the month as Stripe has it.</summary>
    public async Task EndShouldBeShownAsync(Actor actor, bool ends, CancellationToken cancellationToken) =>
        await EndShouldBeShownAsync(actor, ends, await stripe.SubscriptionAsync(actor, cancellationToken), cancellationToken);

    private async Task EndShouldBeShownAsync(Actor actor, bool ends, StripeSubscription held, CancellationToken cancellationToken)
    {
        var shown = await checkout.SubscriptionAsync(actor, cancellationToken);
        Verdict.That(
            shown.CancelAtPeriodEnd == ends && shown.CurrentPeriodEnd == held.CurrentPeriodEnd,
            $"{actor} should be shown that the subscription {(ends ? "ends" : "goes on")} at {held.CurrentPeriodEnd:u}, but is shown {(shown.CancelAtPeriodEnd == true ? "an end" : "no end")} at {shown.CurrentPeriodEnd:u}");
    }

    private IReadOnlyList<string> Warnings(Actor actor)
    {
        ShouldBe(actor, "confirmation_required");
        return Verdict.Given(actor.Journal.LastOf<PlanChange>().ShouldSucceed().Warnings, "the warnings");
    }

    private static bool Names(string warning, int number) =>
        Regex.IsMatch(warning, $@"(?<!\d){number.ToString(CultureInfo.InvariantCulture)}(?!\d)");

    [GeneratedRegex("hid(e|den|ing)", RegexOptions.IgnoreCase)]
    private static partial Regex Hiding();
}
