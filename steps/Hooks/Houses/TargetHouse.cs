using PropIQ.Client;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>A PropIQ that a target names: one for all scenarios, so that whoever breaks something has it alone.</summary>
internal sealed class TargetHouse : IHouse
{
    private readonly Target target;
    private readonly AsyncGate gate = new();
    private readonly Lazy<Task<Acquaintance>> acquaintance;
    private readonly PropIqUnderTest reachable;

    public TargetHouse(Target target, IReadOnlySet<string> without)
    {
        this.target = target;
        reachable = new PropIqUnderTest(target.BaseUrl)
        {
            Wire = target.Wire,
            Timeout = target.Timeout,
            Plans = PlanTable.Of(target.Plans),
            Pace = target.RequestsPerSecond is { } perSecond ? new RequestPace(perSecond) : null,
        };
        acquaintance = new(() => Task.Run(() => new Introduction(target, without, reachable.Reach()).MakeAsync(CancellationToken.None)));
    }

    /// <inheritdoc />
    public async Task<IReadOnlySet<string>> CapabilitiesAsync(CancellationToken cancellationToken) =>
        (await acquaintance.Value.WaitAsync(cancellationToken)).Capabilities;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, string>> BrokenAsync(CancellationToken cancellationToken) =>
        (await acquaintance.Value.WaitAsync(cancellationToken)).Broken;

    /// <inheritdoc />
    public void Begin() => _ = acquaintance.Value;

    /// <inheritdoc />
    public async Task<Stay> EnterAsync(IReadOnlyCollection<string> tags, Func<CancellationToken> begin, CancellationToken cancellationToken)
    {
        var known = await acquaintance.Value.WaitAsync(cancellationToken);
        var own = tags.Contains(Tags.OwnHost) ? new TargetOwnHost(PropIqUnderTest.Need(known.Director?.Surroundings, Capability.OwnHost)) : null;
        var turn = await gate.EnterAsync(alone: own is not null, cancellationToken);
        begin();
        var propIq = Offered.Of(known.Capabilities, reachable with
        {
            TestingSecret = target.Secrets.Testing,
            WebhookSecret = target.Secrets.Webhook,
            TokenKey = target.Secrets.Token,
            Ai = known.Director?.Ai,
            Stripe = known.Director?.Stripe,
            Slack = known.Director?.Slack,
            Email = known.Director?.Email,
            Wandb = known.Director?.Wandb,
        });
        return new Stay(propIq with { OwnHost = own }, () => LeaveAsync(own, turn));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (acquaintance is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            var known = await acquaintance.Value;
            await RemoveUsersAsync(known);
            if (known.Director is { } director)
            {
                await director.DisposeAsync();
            }
        }
    }

    private static async ValueTask LeaveAsync(TargetOwnHost? own, IDisposable turn)
    {
        try
        {
            if (own is not null)
            {
                await own.DisposeAsync();
            }
        }
        finally
        {
            turn.Dispose();
        }
    }

    // Elsewhere than in a sandbox of its own, a run leaves nobody behind where it can help it.
    private async Task RemoveUsersAsync(Acquaintance known)
    {
        if (known.Capabilities.Contains(Capability.UserSeeding) && !known.Broken.ContainsKey(Capability.UserSeeding))
        {
            using var testing = new TestingClient(reachable.Reach() with { TestingSecret = target.Secrets.Testing });
            var answer = await testing.RemoveUsersAsync(TestRun.Id, null, CancellationToken.None);
            if (!answer.Succeeded)
            {
                RunLedger.Note($"The users of this run ({TestRun.Id}) could not be removed from {target.Name}: {answer.Problem?.Detail ?? answer.Unreadable}.");
            }
        }
    }
}
