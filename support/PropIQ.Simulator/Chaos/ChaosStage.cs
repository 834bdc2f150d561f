using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Chaos;

/// <summary>Where a fault is played: makes accounts that stand in for the trigger user, so that the user's own session is not hurt.</summary>
internal sealed class ChaosStage(RunContext run, UserState user, int number, string label, ExpectedAnswer expected) : IDisposable
{
    private const string Password = "StandIn2025!Chaos";
    private readonly List<Visitor> visitors = [];
    private readonly List<ActionContext> contexts = [];

    public RunContext Run => run;

    /// <summary>Everything that was called, over all stand-ins.</summary>
    public ActionContext Whole(Visitor any)
    {
        var whole = new ActionContext(run, user, any, number, label, expected);
        contexts.ForEach(whole.Take);
        return whole;
    }

    /// <summary>The first stand-in; null before there is one.</summary>
    public Visitor? First => visitors.FirstOrDefault();

    /// <summary>An account on the trigger user's plan, logged in. On a target that cannot seed only a free one can be had.</summary>
    /// <param name="tier">Another plan than the trigger user's.</param>
    /// <param name="used">Analyses used in the period.</param>
    /// <param name="history">Analyses in the history.</param>
    /// <param name="cancellation">Stops the run.</param>
    public async Task<ActionContext> StandInAsync(CancellationToken cancellation, string? tier = null, int used = 0, int? history = null)
    {
        var plan = tier ?? (run.Target.TestingSecret is null ? "free" : user.Profile.StartTier);
        var email = Rewriting.WithRun(Rewriting.Marked(user.Profile.Email, $"chaos{number}"), run.Settings.RunId);
        var context = Add(new Visitor(run, user, email, Password));
        if (run.Target.TestingSecret is not null)
        {
            // The middle of a month, so that no scenario meets a month's end by accident.
            await Actions.Clocks.MoveAsync(context, new ClockChange(Set: Provisioning.Next(run.Time.GetUtcNow(), 15, new TimeOnly(12, 0))), cancellation);
            if (await Provisioning.SeedAsync(context, plan, used, history, "Stand-in", cancellation) is { } problem)
            {
                throw new NotPossibleException(problem);
            }

            await LogInAsync(context, cancellation);
            return context;
        }

        if (plan != "free" || used > 0)
        {
            throw new NotPossibleException("it needs an account in a state that only the testing interface can give (PROPIQ_TESTING_SECRET).");
        }

        var order = new SignUp(email, Password, "Stand-in", "Simulated");
        Opened(context, await context.CallAsync(null, (client, _, stop) => client.SignUpAsync(order, stop), cancellation));
        return context;
    }

    /// <summary>The same account at another device, not logged in.</summary>
    public ActionContext AnotherDevice(ActionContext context) => Add(new Visitor(run, user, context.Visitor.Email, Password) { Clock = context.Visitor.Clock });

    public async Task LogInAsync(ActionContext context, CancellationToken cancellation, bool judged = false)
    {
        var email = context.Visitor.Email;
        Opened(context, judged
            ? await context.JudgedAsync(null, (client, _, stop) => client.LogInAsync(email, Password, stop), cancellation)
            : await context.CallAsync(null, (client, _, stop) => client.LogInAsync(email, Password, stop), cancellation));
    }

    public void Dispose() => visitors.ForEach(visitor => visitor.Dispose());

    private static void Opened(ActionContext context, CallRecord call)
    {
        if (call is { Succeeded: true, Value: Tokens { AccessToken: not null } tokens })
        {
            context.Visitor.Open(tokens);
        }
        else
        {
            context.Complain($"the stand-in {context.Visitor.Email} could not get in: {call.Problem?.Detail ?? call.Unreadable ?? $"PropIQ answered {call.Status}"}.");
        }
    }

    private ActionContext Add(Visitor visitor)
    {
        visitors.Add(visitor);
        var context = new ActionContext(run, user, visitor, number, label, expected);
        contexts.Add(context);
        return context;
    }
}
