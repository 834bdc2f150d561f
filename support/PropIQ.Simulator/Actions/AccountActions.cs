using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Signs up; the session is open then.</summary>
[Action("signup")]
internal sealed class SignUpAction(Section given) : SimulatedAction, IHasCredentials
{
    private readonly string? first = given.Text("first_name");
    private readonly string? last = given.Text("last_name");
    private readonly string email = given.RequiredText("email");

    public string Password { get; } = given.RequiredText("password");

    public override bool NeedsSession => false;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var order = new SignUp(Emails.In(context, email), Password, first, last);
        var call = await context.JudgedAsync(order with { Password = null }, (client, _, stop) => client.SignUpAsync(order, stop), cancellation);
        Sessions.Opened(context, call);
        if (call.Code == "user_exists")
        {
            context.Complain($"{order.Email} has an account already: \"propiq-sim cleanup\" removes simulated users.");
        }
    }
}

/// <summary>Logs in: a new session.</summary>
[Action("login")]
internal sealed class LogInAction(Section given) : SimulatedAction, IHasCredentials
{
    private readonly string email = given.RequiredText("email");

    public string Password { get; } = given.RequiredText("password");

    public override bool NeedsSession => false;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var address = Emails.In(context, email);
        var call = await context.JudgedAsync(new LogIn(address), (client, _, stop) => client.LogInAsync(address, Password, stop), cancellation);
        Sessions.Opened(context, call);
    }
}

/// <summary>What is asked at a login, without the password.</summary>
internal sealed record LogIn(string Email);

/// <summary>Reads the user's own profile.</summary>
[Action("get_user_profile")]
internal sealed class GetUserProfileAction : SimulatedAction
{
    public GetUserProfileAction(Section given) => _ = given;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
        Tiers.Confirm(context, call);
    }
}

/// <summary>Trades the refresh token for new tokens.</summary>
[Action("refresh_token")]
internal sealed class RefreshTokenAction : SimulatedAction
{
    public RefreshTokenAction(Section given) => _ = given;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(null, (client, _, stop) => client.RefreshAsync(context.Visitor.Session?.RefreshToken, stop), cancellation);
        if (call is { Succeeded: true, Value: Tokens { AccessToken: not null } tokens })
        {
            context.Visitor.Session?.Renew(tokens, context.Visitor.Clock.Now);
        }
    }
}

/// <summary>Ends the session.</summary>
[Action("logout")]
internal sealed class LogOutAction : SimulatedAction
{
    public LogOutAction(Section given) => _ = given;

    public override int ContractStatus => 204;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(null, (client, token, stop) => client.LogOutAsync(token, stop), cancellation);
        if (call.Succeeded)
        {
            context.Visitor.Close();
        }
    }
}

/// <summary>Lets time pass on the user's clock, or stops it; needs the testing interface.</summary>
[Action("advance_clock")]
internal sealed class AdvanceClockAction : SimulatedAction
{
    private readonly ClockChange change;

    public AdvanceClockAction(Section given)
    {
        var seconds = (given.Number("seconds") ?? 0) + ((given.Number("minutes") ?? 0) * 60) + ((given.Number("hours") ?? 0) * 3_600) + ((given.Number("days") ?? 0) * 86_400);
        change = new(AdvanceSeconds: (double)seconds, Freeze: given.Flag("freeze"));
        if (seconds < 0)
        {
            given.Error("seconds", "clocks only go forward.");
        }
    }

    public override bool NeedsSession => false;

    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) => Clocks.MoveAsync(context, change, cancellation, judged: true);
}
