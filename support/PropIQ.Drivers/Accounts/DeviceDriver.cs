using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>Sessions of one person on several devices, each with an address of its own (contract, 2.5 and 2.8).</summary>
public sealed class DeviceDriver(AccountDriver accounts, TimeDriver time)
{
    /// <summary>Logs in on a device, now.</summary>
    public async Task LogInOnAsync(Actor actor, string device, CancellationToken cancellationToken)
    {
        actor.Take(device);
        (await accounts.LogInAsync(actor, cancellationToken)).ShouldSucceed();
    }

    /// <summary>Logs in on a device at a time of the day.</summary>
    public async Task LogInOnAsync(Actor actor, string device, TimeOnly at, CancellationToken cancellationToken)
    {
        await time.MoveToAsync(actor, Moments.MiddleOfAMonthAt(at), cancellationToken);
        await LogInOnAsync(actor, device, cancellationToken);
    }

    /// <summary>Logs in on all these devices at the same moment.</summary>
    public async Task LogInTogetherAsync(Actor actor, IReadOnlyList<string> devices, CancellationToken cancellationToken)
    {
        var taken = devices.Select(actor.Take).ToList();
        var answers = await Task.WhenAll(taken.Select(device => Task.Run(
            () => device.Client.LogInAsync(actor.Email, actor.Password, cancellationToken), cancellationToken)));
        Attempt<Tokens>[] batch = [.. answers.Select(answer => new Attempt<Tokens>("log in", answer))];
        actor.Journal.AddBatch(batch);
        Together.ShouldHaveOverlapped(actor);
        for (var number = 0; number < taken.Count; number++)
        {
            taken[number].Session = answers[number].Value;
        }
    }

    /// <summary>The session on the device is over: neither token opens anything, a new login does.</summary>
    public async Task ShouldBeOverOnAsync(Actor actor, string device, CancellationToken cancellationToken)
    {
        actor.Take(device);
        Verdict.That(actor.Token is not null, $"{actor} was never logged in on the {device}");
        actor.Journal.Of<Nothing>().FirstOrDefault()?.ShouldBeWhole();
        foreach (var attempt in (IAttempt[])[await accounts.TryProfileAsync(actor, cancellationToken), await accounts.RefreshAsync(actor, cancellationToken)])
        {
            Verdict.That(SessionEnd.IsToldBy(attempt), $"{actor}'s session on the {device} should be over, but to {attempt.What}: {attempt.Outcome}");
        }

        await LogInOnAsync(actor, device, cancellationToken);
        await accounts.ProfileAsync(actor, cancellationToken);
    }

    /// <summary>The session on the device goes on, in the person's own account, and can be renewed.</summary>
    public async Task ShouldGoOnAsync(Actor actor, string device, CancellationToken cancellationToken)
    {
        actor.Take(device);
        await ShouldBeInAsync(actor, device, cancellationToken);
        (await accounts.RefreshAsync(actor, cancellationToken)).ShouldSucceed();
        await ShouldBeInAsync(actor, device, cancellationToken);
    }

    private async Task ShouldBeInAsync(Actor actor, string device, CancellationToken cancellationToken)
    {
        var profile = await accounts.ProfileAsync(actor, cancellationToken);
        Verdict.That(
            AccountDriver.IsOf(actor, profile),
            $"{actor} should find the own account on the {device}, but finds {profile.Email ?? "nobody's"}");
    }

    /// <summary>The devices' sessions are different ones, and each works.</summary>
    public async Task EachShouldHaveItsOwnAsync(Actor actor, IReadOnlyList<string> devices, CancellationToken cancellationToken)
    {
        var tokens = devices.Select(device => actor.Take(device).Session?.RefreshToken).ToList();
        Verdict.That(tokens.All(token => token is not null), $"{actor} should be logged in on each of {devices.Count} devices, but is not");
        Verdict.That(tokens.Distinct().Count() == devices.Count, $"each of {actor}'s {devices.Count} devices should have a session of its own, but some share one");
        foreach (var device in devices)
        {
            await ShouldGoOnAsync(actor, device, cancellationToken);
        }
    }
}
