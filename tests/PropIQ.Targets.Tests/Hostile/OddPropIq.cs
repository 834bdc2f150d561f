using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PropIQ.Targets.Tests.Hostile;

/// <summary>
/// Something at a PropIQ's address that is well when it is asked how it is, and misbehaves whatever else it is asked: on each
/// connection in one way, and on the next in the next.
/// </summary>
internal sealed class OddPropIq : IAsyncDisposable
{
    private const string Well = """{"status":"ok","version":"0.1","contract_version":"1.0","checks":{"database":"ok","stripe":"ok","ai":"ok"}}""";
    private readonly ConcurrentDictionary<string, Misbehaviour> connections = new();
    private readonly WebApplication app;
    private readonly IReadOnlyList<Misbehaviour> ways;
    private int turn = -1;

    private OddPropIq(WebApplication app, IReadOnlyList<Misbehaviour> ways)
    {
        this.app = app;
        this.ways = ways;
    }

    public string Url => app.Urls.First();

    /// <summary>How often each way was met, by name.</summary>
    public IReadOnlyDictionary<string, int> Met => connections.Values.CountBy(way => way.Name).ToDictionary();

    /// <param name="ways">The ways it knows, in their turn.</param>
    public static async Task<OddPropIq> StartAsync(IReadOnlyList<Misbehaviour> ways, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var odd = new OddPropIq(app, ways);
        app.Run(async context =>
        {
            if (context.Request.Path == "/health")
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(Well, context.RequestAborted);
                return;
            }

            await odd.connections.GetOrAdd(context.Connection.Id, _ => odd.Next()).Answer(context);
        });
        await app.StartAsync(cancellationToken);
        return odd;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Misbehaviour Next() => ways[Interlocked.Increment(ref turn) % ways.Count];
}
