using PropIQ.Mocks.Inbox;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Tests.Costs;

namespace PropIQ.Simulator.Tests.Evidence;

/// <summary>A run whose target has inboxes that say what they were asked for; PropIQ itself is not there.</summary>
internal sealed class Listening : IDisposable
{
    private readonly List<Visitor> visitors = [];

    public Listening()
    {
        var target = new SimulationTarget(new Uri("http://127.0.0.1:9"), "local")
        {
            TestingSecret = "told",
            Slack = new ToldInbox(this, "Slack"),
            Email = new ToldInbox(this, "Mail"),
            Wandb = new ToldInbox(this, "Wandb"),
        };
        Run = Told.Run(CostTracking.Default).Run with { Target = target };
    }

    public RunContext Run { get; set; }

    public Action<RunStop> WhenAsked { get; init; } = _ => { };

    public Visitor Visitor(UserState user)
    {
        var visitor = new Visitor(Run, user, user.Profile.Email, "secret");
        visitors.Add(visitor);
        return visitor;
    }

    public void Dispose()
    {
        visitors.ForEach(visitor => visitor.Dispose());
        Run.Stop.Dispose();
    }
}

/// <summary>An inbox that says what it was asked for.</summary>
internal sealed class ToldInbox(Listening listening, string name) : IInboxControl
{
    public Task<IReadOnlyList<InboxMessage>> ContainingAsync(string mark, CancellationToken cancellationToken)
    {
        listening.WhenAsked(listening.Run.Stop);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<InboxMessage>>([new("/", new Dictionary<string, string>(), $"{name} heard {mark}", Story.Start, 200)]);
    }

    public Task<IReadOnlyList<InboxMessage>> AttemptsAsync(string mark, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task FailAsync(string mark, int status, TimeSpan? stall, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task HealAsync(string mark, CancellationToken cancellationToken) => throw new NotSupportedException();
}
