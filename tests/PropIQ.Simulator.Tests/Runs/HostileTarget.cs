using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Tests.Runs;

/// <summary>Something that answers, and is no PropIQ.</summary>
internal sealed class HostileTarget : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostileTarget(WebApplication app, Uri url) => (this.app, Target) = (app, new SimulationTarget(url, "local") { SigningSecret = "whsec_hostile", TestingSecret = null });

    public SimulationTarget Target { get; }

    /// <summary>Answers everything with one status and body.</summary>
    public static Task<HostileTarget> StartAsync(int status, string body) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
    });

    public static async Task<HostileTarget> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(app, new Uri(address));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
