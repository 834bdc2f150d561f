using PropIQ.Sandbox.Directing;
using PropIQ.Targets;

namespace PropIQ.Simulator.Targets;

/// <summary>The mocks around a target that a target file names the director of.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly IDirector? director;

    private Surroundings(SimulationTarget target, IDirector? director) => (Target, this.director) = (target, director);

    /// <summary>The target, with what can be directed around it.</summary>
    public SimulationTarget Target { get; }

    /// <summary>Connects to the director, where there is one.</summary>
    /// <exception cref="PropIQ.Sandbox.SandboxException">It is not there, or does not accept the secret.</exception>
    public static async Task<Surroundings> AroundAsync(SimulationTarget target, Target? file, CancellationToken cancellation)
    {
        if (file is not { Director: { } url, Secrets.Director: { } secret })
        {
            return new(target, null);
        }

        var director = await RemoteDirector.ConnectAsync(url, secret, cancellation);
        T? Where<T>(string capability, T control)
            where T : class => file.Capabilities.Contains(capability) ? control : null;
        return new(
            target with
            {
                Stripe = Where(Capability.StripeMock, director.Stripe),
                Ai = Where(Capability.OpenAiFaults, director.Ai),
                Slack = Where(Capability.SlackMock, director.Slack),
                Email = Where(Capability.EmailMock, director.Email),
                Wandb = Where(Capability.WandbMock, director.Wandb),
            },
            director);
    }

    public ValueTask DisposeAsync() => director?.DisposeAsync() ?? ValueTask.CompletedTask;
}
