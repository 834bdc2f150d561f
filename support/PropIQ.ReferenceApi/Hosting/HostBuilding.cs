using System.Net.Sockets;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Calculator;
using PropIQ.ReferenceApi.Chat;
using PropIQ.ReferenceApi.Health;
using PropIQ.ReferenceApi.Home;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.ReferenceApi.OpenApi;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Hosting;

/// <summary>Puts a host together: services by area, then the pipeline. Nothing is read from the surroundings but the options.</summary>
public static class HostBuilding
{
    /// <summary>A host, ready to start.</summary>
    public static WebApplication Build(ReferenceApiOptions options, string applicationName, Action<IServiceCollection>? replace)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(HostBuilding).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // A header that is not ASCII is as good as any other wrong one, and is answered as such.
            kestrel.RequestHeaderEncodingSelector = static _ => Encoding.Latin1;

            // The pipeline has its own limit, because a refusal for size has its place in the order of refusals.
            kestrel.Limits.MaxRequestBodySize = null;
        });
        AddPlatform(builder.Services, options, applicationName);
        builder.Services
            .AddAdmission(options)
            .AddOutbox()
            .AddTesting(options)
            .AddAccounts()
            .AddAnalyses()
            .AddCalculator()
            .AddChat()
            .AddSubscriptions()
            .AddHealth(options)
            .AddHome()
            .AddOpenApiDocument();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<TestingGate>();
        app.UseRouting();
        app.UseMiddleware<AdmissionMiddleware>();
        foreach (var module in app.Services.GetServices<IEndpointModule>())
        {
            module.Map(app);
        }

        return app;
    }

    /// <summary>Has the server break off every connection of the host named so, transactions in the middle.</summary>
    public static async Task BreakConnectionsAsync(ReferenceApiOptions options, string applicationName)
    {
        var settings = DataSources.Parse(options.DatabaseUrl);
        settings.Pooling = false;
        settings.Timeout = 2;
        settings.CommandTimeout = 2;
        try
        {
            await using var source = DataSources.Of(settings.ConnectionString);
            await using var connection = await source.OpenConnectionAsync();
            await connection.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = @applicationName",
                new { applicationName });
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException)
        {
            // A database that is not there has no connections to break.
        }
    }

    private static void AddPlatform(IServiceCollection services, ReferenceApiOptions options, string applicationName)
    {
        services.AddSingleton(options);
        services.AddRouting();
        services.AddLogging(logging => options.Logs.Configure(logging));
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.Configure<JsonOptions>(json => Json.Configure(json.SerializerOptions));
        services.TryAddSingleton<TimeProvider>(_ => new MachineClock());
        services.TryAddSingleton(_ => DataSources.Build(options, applicationName));
        services.TryAddSingleton(new DatabaseLimits(options.DatabaseTimeout));
        services.TryAddSingleton<Database>();
    }

    // The process belongs to whoever started it: signals and console are not for one of its hosts.
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
