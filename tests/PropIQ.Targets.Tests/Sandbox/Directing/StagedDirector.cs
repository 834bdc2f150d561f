using System.Reflection;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Directing;

namespace PropIQ.Targets.Tests.Sandbox.Directing;

/// <summary>A director all of whose members do what the test says.</summary>
internal sealed class StagedDirector(StagedDirector.Act act) : ISandboxDirector
{
    /// <summary>What any member does; answers its task.</summary>
    public delegate Task Act(MethodInfo member, object?[] arguments);

    public IStripeControl Stripe { get; } = Staged.Of<IStripeControl>(act);

    public IOpenAiControl Ai { get; } = Staged.Of<IOpenAiControl>(act);

    public IInboxControl Slack { get; } = Staged.Of<IInboxControl>(act);

    public IInboxControl Email { get; } = Staged.Of<IInboxControl>(act);

    public IInboxControl Wandb { get; } = Staged.Of<IInboxControl>(act);

    public ISurroundings? Surroundings { get; init; } = Staged.Of<ISurroundings>(act);

    public ISandboxControl? Sandbox { get; } = Staged.Of<ISandboxControl>(act);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Any interface, played.</summary>
internal class Staged : DispatchProxy
{
    private StagedDirector.Act _act = null!;

    public static T Of<T>(StagedDirector.Act act)
        where T : class
    {
        var staged = Create<T, Staged>();
        ((Staged)(object)staged)._act = act;
        return staged;
    }

    protected override object? Invoke(MethodInfo? member, object?[]? arguments) => _act(member!, arguments!);
}
