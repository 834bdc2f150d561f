using PropIQ.Sandbox.Directing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Directing;

/// <summary>A director on one side of the way, and what is seen of it on the other.</summary>
internal sealed class Bridge : IAsyncDisposable
{
    public const string Secret = "open sesame";

    private Bridge(DirectorServer server, IDirector remote) => (Server, Remote) = (server, remote);

    public DirectorServer Server { get; }

    public IDirector Remote { get; }

    public static Task<Bridge> ToAsync(StagedDirector.Act act) => ToAsync(new StagedDirector(act));

    public static async Task<Bridge> ToAsync(IDirector director)
    {
        var server = await DirectorServer.StartAsync(director, Secret, null, TestContext.Current.CancellationToken);
        return new Bridge(server, await RemoteDirector.ConnectAsync(server.Url, Secret, TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await Remote.DisposeAsync();
        await Server.DisposeAsync();
    }
}
