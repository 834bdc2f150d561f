using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>What a profile must say.</summary>
public sealed class ProfileChecks(AccountDriver accounts, TimeDriver time)
{
    /// <summary>The profile says "used of limit", and the rest of its usage agrees with that.</summary>
    public async Task ShouldSayUsedAsync(Actor actor, int used, int limit, CancellationToken cancellationToken)
    {
        var usage = Verdict.Given((await accounts.ProfileAsync(actor, cancellationToken)).Usage, "the analyses used");
        Verdict.That(
            usage.Used == used && usage.Limit == limit,
            $"{actor}'s profile should say {used} of {limit} analyses used, but says {usage.Used} of {usage.Limit}");
        Verdict.That(
            usage.Remaining == Math.Max(0, limit - used),
            $"{actor}'s profile should say {Math.Max(0, limit - used)} analyses left, but says {usage.Remaining}");
    }

    /// <summary>The profile says how many analyses are used, whatever the limit.</summary>
    public async Task ShouldSayUsedAsync(Actor actor, int used, CancellationToken cancellationToken)
    {
        var usage = Verdict.Given((await accounts.ProfileAsync(actor, cancellationToken)).Usage, "the analyses used");
        Verdict.That(usage.Used == used, $"{actor} should have used {used} analyses, but the profile says {usage.Used}");
    }

    /// <summary>The profile shows the person's full name and own e-mail address.</summary>
    public async Task ShouldNameAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(
            $"{profile.FirstName} {profile.LastName}" == name && profile.Email == actor.Email,
            $"{actor}'s profile should name {name} at {actor.Email}, but names {profile.FirstName} {profile.LastName} at {profile.Email}");
    }

    /// <summary>The profile shows the plan, with that plan's limit.</summary>
    public async Task ShouldBeOnAsync(Actor actor, PromisedPlan plan, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(profile.Tier == plan.Tier, $"{actor} should be on {plan}, but is on {profile.Tier}");
        Verdict.That(
            profile.Usage?.Limit == plan.Analyses,
            $"{actor} on {plan} should have {plan.Analyses} analyses a month, but has {profile.Usage?.Limit}");
    }

    /// <summary>The plan that the profile shows.</summary>
    public async Task<string> PlanAsync(Actor actor, CancellationToken cancellationToken) =>
        Verdict.Given((await accounts.ProfileAsync(actor, cancellationToken)).Tier, "the plan");

    /// <summary>The profile is the person's own: id, e-mail, name; an account that has just been opened owes and owns nothing.</summary>
    public async Task ShouldBeANewcomersAsync(Actor actor, CancellationToken cancellationToken)
    {
        var profile = (await accounts.TryProfileAsync(actor, cancellationToken)).ShouldBeWhole();
        Verdict.That(profile.Id == actor.UserId, $"the profile should be {actor}'s, with the id {actor.UserId}, but has {profile.Id}");
        Verdict.That(
            AccountDriver.IsOf(actor, profile), $"the profile's e-mail should be {actor.Email}, but is {profile.Email}");
        Verdict.That(
            profile.FirstName == actor.Name && profile.LastName == "Simulated",
            $"the profile should be of {actor} Simulated, but is of {profile.FirstName} {profile.LastName}");
        Verdict.That(profile.SubscriptionStatus == "none", $"{actor} should have no subscription yet, but it is {profile.SubscriptionStatus}");
        Verdict.That(profile.LastPaymentError is null, $"{actor} should have no failed payment yet, but reads {profile.LastPaymentError}");
    }

    /// <summary>The profile shows where the subscription stands.</summary>
    public async Task SubscriptionShouldBeAsync(Actor actor, string status, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(
            profile.SubscriptionStatus == status,
            $"{actor}'s subscription should be {status}, but is {profile.SubscriptionStatus}");
    }

    /// <summary>The profile tells why the last payment failed.</summary>
    public async Task ShouldShowPaymentErrorAsync(Actor actor, string reason, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(
            profile.LastPaymentError is { } said && said.InWords().Contains(reason.InWords(), StringComparison.OrdinalIgnoreCase),
            $"{actor}'s profile should tell that the payment failed for {reason}, but says {profile.LastPaymentError ?? "nothing"}");
    }

    /// <summary>The profile tells of no failed payment.</summary>
    public async Task ShouldShowNoPaymentErrorAsync(Actor actor, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(profile.LastPaymentError is null, $"{actor}'s profile should tell of no failed payment, but says {profile.LastPaymentError}");
    }

    /// <summary>The period's usage starts anew at a moment.</summary>
    public async Task ShouldResetAtAsync(Actor actor, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var usage = Verdict.Given((await accounts.ProfileAsync(actor, cancellationToken)).Usage, "the analyses used");
        Verdict.That(usage.ResetsAt == moment, $"{actor}'s allowance should start anew at {moment:u}, but the profile says {usage.ResetsAt:u}");
    }

    /// <summary>The usage starts anew on the first of the next month, midnight UTC.</summary>
    public async Task ShouldResetWithTheMonthAsync(Actor actor, CancellationToken cancellationToken)
    {
        var now = await time.NowAsync(actor, cancellationToken);
        await ShouldResetAtAsync(actor, Moments.MonthOf(now).AddMonths(1), cancellationToken);
    }
}
