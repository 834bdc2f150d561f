using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>Puts users where their stories begin: clock, account, plan, what was used. Through the testing interface, where there is one.</summary>
internal static class Provisioning
{
    private static readonly TimeSpan IntoPeriod = TimeSpan.FromDays(5);

    /// <summary>The user's e-mail in this run: with the run's id wherever the account comes about in the run.</summary>
    public static string EmailIn(RunContext run, UserProfile user) =>
        run.Profile.Config.UniqueEmails && (user.SignsUp || run.Target.TestingSecret is not null)
            ? Rewriting.WithRun(user.Email, run.Settings.RunId)
            : user.Email;

    /// <summary>Prepares one user; answers what is missing, if the target cannot be told to have him.</summary>
    public static async Task<string?> PrepareAsync(ActionContext context, CancellationToken cancellation)
    {
        var user = context.User.Profile;
        if (context.Run.Target.TestingSecret is null)
        {
            return user.SignsUp ? null : Needed(context);
        }

        await SetClockAsync(context, user.State, cancellation);
        return user.SignsUp
            ? null
            : await SeedAsync(context, user.StartTier, user.State.AnalysesUsed, user.State.History, "User", cancellation);
    }

    /// <summary>Puts an account in place; answers what went wrong.</summary>
    public static async Task<string?> SeedAsync(ActionContext context, string tier, int used, int? history, string lastName, CancellationToken cancellation)
    {
        var visitor = context.Visitor;
        if (visitor.Testing is not { } testing)
        {
            return "the target has no testing interface.";
        }

        var order = new SeededUser(visitor.Email, visitor.Password, tier, used, history, "Simulated", lastName, await SubscriptionAsync(context, tier, cancellation));
        var answer = await testing.SeedUserAsync(order, cancellation);
        return answer switch
        {
            { Succeeded: true } => null,
            { Problem.Code: "user_exists" } => $"{visitor.Email} has an account already, which is used as it is; \"propiq-sim cleanup\" removes simulated users.",
            { Status: 404 } => $"the target has no testing interface, or its secret is another one. {Needed(context)}",
            _ => $"{visitor.Email} could not be put in place: {answer.Problem?.Detail ?? answer.Unreadable ?? $"it answered {answer.Status}"}",
        };
    }

    private static async Task<SeededSubscription?> SubscriptionAsync(ActionContext context, string tier, CancellationToken cancellation)
    {
        if (tier == "free" || context.Run.Target.Stripe is not { } stripe)
        {
            return null;
        }

        var start = context.Visitor.Clock.Now - IntoPeriod;
        var seeded = await stripe.SeedSubscriptionAsync(context.Visitor.Email, tier, start, start.AddMonths(1), cancellation);
        return new(seeded.CustomerId, seeded.Id, seeded.CurrentPeriodStart, seeded.CurrentPeriodEnd);
    }

    /// <summary>The next such day and time of day (UTC) that lies ahead of the machine's clock.</summary>
    private static async Task SetClockAsync(ActionContext context, InitialState state, CancellationToken cancellation)
    {
        if (state is { Day: null, Time: null })
        {
            return;
        }

        try
        {
            await Clocks.MoveAsync(context, new ClockChange(Set: Next(context.Run.Time.GetUtcNow(), state.Day, state.Time)), cancellation);
        }
        catch (NotPossibleException)
        {
            // Told when something depends on it.
        }
    }

    internal static DateTimeOffset Next(DateTimeOffset now, int? day, TimeOnly? time)
    {
        var start = new DateTimeOffset(now.Year, now.Month, day ?? now.Day, 0, 0, 0, TimeSpan.Zero) + (time ?? new TimeOnly(12, 0)).ToTimeSpan();
        return start > now ? start : day is null ? start.AddDays(1) : start.AddMonths(1);
    }

    private static string Needed(ActionContext context)
    {
        var user = context.User.Profile;
        var used = user.State.AnalysesUsed > 0 ? $" with {user.State.AnalysesUsed} analyses used this period" : "";
        return $"{user.Name} only logs in, so this run needs an account {context.Visitor.Email} on {user.StartTier}{used}, with the profile's password "
            + "(or a testing interface: PROPIQ_TESTING_SECRET).";
    }
}
