using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WireMock.Matchers.Request;

namespace WireMock.Server;

/// <summary>An HTTP server on this machine that answers as its mappings say.</summary>
public class WireMockServer : IDisposable
{
    private readonly WebApplication _application;
    private ImmutableStack<Mapping> _mappings = [];
    private int _stopped;

    private WireMockServer(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _application = builder.Build();
        _application.Run(HandleAsync);

        // The package's own Start blocks until the server listens, and so must this.
        _application.StartAsync().GetAwaiter().GetResult();
        Port = new Uri(_application.Urls.First()).Port;
    }

    /// <summary>The port of 127.0.0.1 that it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts a server.</summary>
    /// <param name="port">Where; null or 0 is any free port.</param>
    /// <param name="useSSL">Not known to the stand-in: true throws.</param>
    /// <param name="useHttp2">Not known to the stand-in: true throws.</param>
    public static WireMockServer Start(int? port = 0, bool useSSL = false, bool useHttp2 = false) =>
        useSSL || useHttp2
            ? throw new NotSupportedException("The stand-in for WireMock.Net speaks plain HTTP/1.1 only.")
            : new WireMockServer(port ?? 0);

    /// <summary>Begins a mapping; of several that fit a request, the newest answers.</summary>
    public IRespondWithAProvider Given(IRequestMatcher requestMatcher, bool saveToFile = false) =>
        saveToFile
            ? throw new NotSupportedException("The stand-in for WireMock.Net saves no mappings.")
            : Mapping.For(requestMatcher, mapping => ImmutableInterlocked.Update(ref _mappings, known => known.Push(mapping)));

    /// <summary>How many requests its log keeps. The stand-in keeps none, so that any limit is kept.</summary>
    public void SetMaxRequestLogCount(int? maxRequestLogCount)
    {
    }

    /// <summary>Stops listening; again is fine.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stopped, 1) != 0)
        {
            return;
        }

        // Blocks because the package's own Dispose does.
        _application.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_application).Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task HandleAsync(HttpContext context)
    {
        var request = await RequestMessage.ReadAsync(context.Request);
        var response = _mappings.FirstOrDefault(mapping => mapping.Fits(request))?.Response;
        if (response is null)
        {
            await AnswerWriter.StatusAsync(context.Response, StatusCodes.Status404NotFound, "No matching mapping found");
            return;
        }

        IResponseMessage answer;
        try
        {
            answer = await response.AnswerAsync(request);
        }
        catch (Exception failure)
        {
            await AnswerWriter.StatusAsync(context.Response, StatusCodes.Status500InternalServerError, failure.Message);
            return;
        }

        await AnswerWriter.WriteAsync(context.Response, answer);
    }
}
