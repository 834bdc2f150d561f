using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace PropIQ.Sandbox.Directing;

/// <summary>
/// Lets another process direct what is around a PropIQ: <c>POST /{service}/{member}</c> with the arguments as a JSON array,
/// behind a secret. Only the members of the interfaces in <see cref="DirectorServices"/> can be called. A request that is
/// dropped cancels what it asked for. <c>GET /health</c> needs no secret and tells nothing.
/// </summary>
public sealed class DirectorServer : IAsyncDisposable
{
    /// <summary>The path that answers 200, without the secret, as soon as the director is there.</summary>
    public const string HealthPath = "/health";

    private readonly WebApplication _app;
    private readonly byte[] _authorization;
    private readonly DirectorCard _card;
    private readonly Dictionary<string, Operation> _operations;

    private DirectorServer(IDirector director, string secret, IPEndPoint listenAt)
    {
        var there = DirectorServices.All.Select(service => (service, target: service.In(director))).Where(each => each.target is not null).ToList();
        _card = new DirectorCard(DirectorServices.Version, [.. there.Select(each => each.service.Name)]);
        _operations = there
            .SelectMany(each => each.service.Interface.GetMethods(), (each, member) => (Path: each.service.PathOf(member), Operation: new Operation(each.target!, member)))
            .ToDictionary(each => each.Path, each => each.Operation, StringComparer.Ordinal);
        _authorization = Hash($"Bearer {secret}");
        _app = Build(listenAt);
        _app.Run(AnswerAsync);
    }

    /// <summary>Where it answers.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>Starts to answer, on a free port of this machine unless told otherwise. The director is not disposed with it.</summary>
    /// <exception cref="ArgumentException">The secret is blank.</exception>
    public static async Task<DirectorServer> StartAsync(IDirector director, string secret, IPEndPoint? listenAt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(secret);
        var server = new DirectorServer(director, secret, listenAt ?? new IPEndPoint(IPAddress.Loopback, 0));
        try
        {
            await server._app.StartAsync(cancellationToken);
        }
        catch
        {
            await server._app.DisposeAsync();
            throw;
        }

        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Url = new Uri(addresses.Addresses.First());
        return server;
    }

    /// <summary>Stops; what is being done for somebody is cancelled.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private static WebApplication Build(IPEndPoint listenAt)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(listenAt);
        });
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        return builder.Build();
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Path == HealthPath)
        {
            return;
        }

        // Of equal length, whatever was sent: the time that the comparison takes tells nothing.
        if (!CryptographicOperations.FixedTimeEquals(Hash(request.Headers.Authorization.ToString()), _authorization))
        {
            response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (request.Path == "/")
        {
            await response.WriteAsJsonAsync(_card, DirectorJson.Options, context.RequestAborted);
        }
        else if (HttpMethods.IsPost(request.Method) && _operations.TryGetValue(request.Path.Value!, out var operation))
        {
            await CallAsync(operation, context);
        }
        else
        {
            response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    private static async Task CallAsync(Operation operation, HttpContext context)
    {
        try
        {
            using var arguments = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            var result = await operation.CallAsync(arguments.RootElement, context.RequestAborted);
            if (operation.ResultType is { } type)
            {
                await context.Response.WriteAsJsonAsync(result, type, DirectorJson.Options, context.RequestAborted);
            }
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception failure)
        {
            context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await context.Response.WriteAsJsonAsync(Complaint.About(failure), DirectorJson.Options, context.RequestAborted);
        }
    }

    // Signals and console are not for a server inside somebody's process.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
