using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>E-mails as profiles write them, and as they are in this run.</summary>
internal static class Emails
{
    /// <summary>The user's own address is the one of this run; another one is used as written.</summary>
    public static string In(ActionContext context, string written) =>
        written.Equals(context.User.Profile.Email, StringComparison.OrdinalIgnoreCase) ? context.Visitor.Email : written;
}

/// <summary>What follows from answers with tokens.</summary>
internal static class Sessions
{
    public static void Opened(ActionContext context, CallRecord call)
    {
        if (call is { Succeeded: true, Value: Tokens { AccessToken.Length: > 0 } tokens })
        {
            context.Visitor.Open(tokens);
            Tiers.Confirm(context, call);
        }
    }
}

/// <summary>Plans as PropIQ names them.</summary>
internal static class Tiers
{
    /// <summary>The plan in an answer that names one.</summary>
    public static string? In(object? value) => value switch
    {
        Tokens tokens => tokens.User?.Tier,
        Profile profile => profile.Tier,
        Subscription subscription => subscription.Tier,
        _ => null,
    };

    /// <summary>Takes note of the plan that PropIQ names in an answer.</summary>
    public static void Confirm(ActionContext context, CallRecord call)
    {
        if (call.Succeeded)
        {
            context.User.Conversion.Confirm(In(call.Value), call.EndedAt);
        }
    }
}

/// <summary>Users' clocks: PropIQ's and, for the same person, Stripe's.</summary>
internal static class Clocks
{
    /// <exception cref="NotPossibleException">There is no testing interface.</exception>
    public static async Task<DateTimeOffset> MoveAsync(ActionContext context, ClockChange change, CancellationToken cancellation, bool judged = false)
    {
        var visitor = context.Visitor;
        if (visitor.Testing is not { } testing)
        {
            throw new NotPossibleException("clocks can only be moved through the testing interface, which is not known here (PROPIQ_TESTING_SECRET).");
        }

        var answer = await testing.SetClockAsync(visitor.Email, change, cancellation);
        context.Witness(
            context.Record(answer.Exchange, change, answer.Value, answer.Problem, answer.Unreadable, visitor.Clock.Now, null),
            judge: judged && answer.Status is not 404);
        if (answer is not { Succeeded: true, Value: { Now: { } now } reading })
        {
            return judged && answer.Status != 404
                ? visitor.Clock.Now
                : throw new NotPossibleException(answer.Status == 404
                    ? "the target has no testing interface, so clocks cannot be moved."
                    : $"the clock could not be moved: {answer.Problem?.Detail ?? answer.Unreadable}");
        }

        visitor.Clock.Set(now, reading.Frozen == true);
        if (context.Run.Target.Stripe is { } stripe)
        {
            await stripe.SetClockAsync(visitor.Email, now, reading.Frozen == true, cancellation);
        }

        return now;
    }
}
