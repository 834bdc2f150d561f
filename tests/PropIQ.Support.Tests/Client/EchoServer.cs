using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PropIQ.Support.Tests.Client;

/// <summary>A well-behaved server on Kestrel that keeps what it was asked and answers as told.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private EchoServer(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public Uri Url => new(app.Urls.Single());

    public Asked Only => Requests.Single();

    public static async Task<EchoServer> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var server = new EchoServer(builder.Build());
        server.app.Run(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            server.Requests.Enqueue(Asked.Of(context, body));
            await (answer?.Invoke(context) ?? context.Response.WriteAsync("{}"));
        });
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>A request as it arrived. <c>Target</c> is the path and query, undecoded.</summary>
internal sealed record Asked(
    string Method,
    string Target,
    string Body,
    string? From,
    string ConnectionId,
    string Protocol,
    IReadOnlyDictionary<string, string> Headers)
{
    public static Asked Of(HttpContext context, string body) => new(
        context.Request.Method,
        context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget,
        body,
        context.Connection.RemoteIpAddress?.ToString(),
        context.Connection.Id,
        context.Request.Protocol,
        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
