using System.Diagnostics;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Collaborators;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Drivers.Accounts;

/// <summary>
/// Brings people where a story begins by what any customer can do: sign up, buy, analyse. Buying takes a Stripe that can be
/// directed, or the secret to speak in its name.
/// </summary>
public sealed class FrontDoor(
    PropIqUnderTest propIq,
    AccountDriver accounts,
    AnalysisDriver analyses,
    CheckoutDriver checkout,
    StripeDriver stripe,
    StripesVoice voice,
    ProfileChecks profile,
    PlanTable plans,
    Prologue prologue)
{
    private const string GoodCard = "a good card";

    // What is left of a scenario's minute is the story's own.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The person signs up, buys the plan, and analyses so many properties on it.</summary>
    /// <exception cref="MissingCapabilityException">That cannot be brought about here, or not in time.</exception>
    public async Task PlaceAsync(Actor actor, PromisedPlan plan, int used, CancellationToken cancellationToken)
    {
        var bought = used <= plan.Analyses ? plan : Larger(plan, used);
        if (!bought.IsFree && propIq.Stripe is null && propIq.WebhookSecret is null)
        {
            throw new MissingCapabilityException(Capability.PaidPlans);
        }

        (await accounts.SignUpAsync(actor, cancellationToken)).ShouldSucceed();
        if (!bought.IsFree)
        {
            await BuyAsync(actor, bought, cancellationToken);
        }

        await UseAsync(actor, used, cancellationToken);
        if (bought != plan)
        {
            await stripe.EndAsync(actor, cancellationToken);
            prologue.Told(actor, KindOfNotice.Canceled);
        }

        await profile.ShouldBeOnAsync(actor, plan, cancellationToken);
        if (propIq.Stripe is { } control)
        {
            prologue.Delivered(actor, await control.DeliveriesAsync(actor.Email, cancellationToken));
        }
    }

    // More than Free gives is used by somebody who has been on a larger plan, if that can be ended.
    private PromisedPlan Larger(PromisedPlan plan, int used) => plan.IsFree && propIq.Stripe is not null
        ? plans.All.FirstOrDefault(larger => larger.Analyses >= used) ?? throw new MissingCapabilityException(Capability.PaidPlans)
        : throw new MissingCapabilityException(Capability.PaidPlans);

    private async Task BuyAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken)
    {
        var opened = (await checkout.OpenAsync(actor, plan.Tier, null, cancellationToken)).ShouldSucceed();
        prologue.Told(actor, KindOfNotice.NewSignup);
        if (propIq.Stripe is not null)
        {
            await checkout.PayAsync(actor, GoodCard, Mocks.Stripe.Delivery.InOrder, cancellationToken);
            await profile.ShouldBeOnAsync(actor, plan, cancellationToken);
            return;
        }

        await voice.TellPaidAsync(actor, plan, Verdict.Given(opened.SessionId, "the checkout's id"), cancellationToken);
        if ((await accounts.ProfileAsync(actor, cancellationToken)).Tier != plan.Tier)
        {
            // A PropIQ that knows its customers by Stripe's own numbers rightly does not take another number's word.
            throw new MissingCapabilityException(Capability.PaidPlans);
        }
    }

    private async Task UseAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        for (var done = 0; done < count; done++)
        {
            if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                throw new MissingCapabilityException(Capability.PaidPlans);
            }

            await analyses.UseUpAsync(actor, 1, cancellationToken);
        }
    }
}
