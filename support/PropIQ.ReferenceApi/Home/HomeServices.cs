using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Home;

/// <summary>Registers the page at /.</summary>
public static class HomeServices
{
    /// <summary>Adds the page and its address.</summary>
    public static IServiceCollection AddHome(this IServiceCollection services)
    {
        services.TryAddSingleton<IHomePage, HomePage>();
        services.AddSingleton<IEndpointModule, HomeEndpoint>();
        return services;
    }

    private sealed class HomeEndpoint(IHomePage page) : IEndpointModule
    {
        public void Map(IEndpointRouteBuilder routes) => routes
            .MapGet("/", () => Results.Content(page.Html, "text/html; charset=utf-8"))
            .Anonymous()
            .ExcludeFromDescription();
    }
}
