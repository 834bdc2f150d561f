using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;

namespace PropIQ.Simulator.Chaos;

/// <summary>A session in use grows older than its token.</summary>
[Chaos("expired_jwt_token")]
internal sealed class ExpiredTokenChaos : ChaosScenario
{
    public override int ContractStatus => 401;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation);

        // Used in between: a session left alone would be over for that.
        for (var step = 0; step < 3; step++)
        {
            await Clocks.MoveAsync(user, new ClockChange(AdvanceSeconds: 20 * 60), cancellation);
            if (step < 2)
            {
                await user.CallAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
            }
        }

        await user.JudgedAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
        var refresh = user.Visitor.Session?.RefreshToken;
        var renewed = await user.CallAsync(null, (client, _, stop) => client.RefreshAsync(refresh, stop), cancellation);
        if (renewed.Value is Tokens { AccessToken: not null } tokens)
        {
            user.Visitor.Session!.Renew(tokens, user.Visitor.Clock.Now);
        }

        var back = await user.CallAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
        if (!back.Succeeded)
        {
            user.Complain("after the refresh the session does not work.");
        }
    }
}

/// <summary>The same person logs in at several devices at the same time.</summary>
[Chaos("concurrent_login_attempts")]
internal sealed class ConcurrentLoginsChaos : ChaosScenario
{
    private const int Devices = 3;

    public override int ContractStatus => 200;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var first = await stage.StandInAsync(cancellation);
        var devices = Enumerable.Range(0, Devices).Select(_ => stage.AnotherDevice(first)).ToList();
        await Task.WhenAll(devices.Select(device => stage.LogInAsync(device, cancellation, judged: true)));
        foreach (var device in devices)
        {
            await device.JudgedAsync(null, (client, token, stop) => client.GetProfileAsync(token, stop), cancellation);
        }
    }
}
