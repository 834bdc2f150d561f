using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Reach;

namespace PropIQ.Sabotage.Twisting;

/// <summary>Changes endpoints of a host: their terms (who may call, which limit counts) or what they do.</summary>
public static class RouteTwists
{
    /// <summary>Changes the endpoint of a path, or every endpoint for <c>null</c>.</summary>
    /// <exception cref="SabotageException">When the host is built: no endpoint has that path.</exception>
    public static IServiceCollection Reroute(this IServiceCollection services, string? path, Action<RouteEndpointBuilder> change)
    {
        if (services is Casing casing)
        {
            return path is null ? casing.NoteEverything() : casing.Note(Seam.At(path));
        }

        var paths = new List<string>();
        var left = services.Count(descriptor => descriptor.ServiceType == typeof(IEndpointModule));
        return services.Wrap<IEndpointModule>((real, _) => new Rerouted(real, Change, Mapped));

        void Change(RouteEndpointBuilder endpoint)
        {
            if (path is null || endpoint.RoutePattern.RawText == path)
            {
                change(endpoint);
            }
        }

        void Mapped(IEnumerable<EndpointDataSource> sources)
        {
            if (path is null)
            {
                return;
            }

            // Looked at now, when all of a module is mapped, so that a path that is gone is found out at once.
            paths.AddRange(sources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern.RawText ?? ""));
            if (--left == 0 && !paths.Contains(path))
            {
                throw new SabotageException($"The reference API has no endpoint \"{path}\" (any more). It has: {string.Join(", ", paths.Distinct())}.");
            }
        }
    }

    /// <summary>Puts something in front of an endpoint; it is given the request and what would have answered it.</summary>
    /// <exception cref="SabotageException">When the host is built: no endpoint has that path.</exception>
    public static IServiceCollection Intercept(this IServiceCollection services, string? path, Func<HttpContext, RequestDelegate, Task> instead) =>
        services.Reroute(path, endpoint =>
        {
            var real = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => instead(context, real);
        });

    /// <summary>Changes what becomes of an endpoint's refusals, or of each endpoint's for null; <paramref name="instead"/> answers or refuses in its own way.</summary>
    /// <exception cref="SabotageException">When the host is built: no endpoint has that path.</exception>
    public static IServiceCollection OnRefusal(this IServiceCollection services, string? path, Func<HttpContext, Refusal, Task> instead) =>
        services is Casing casing
            ? casing.Note(Seam.RefusingAt(path))
            : services.Intercept(path, async (context, real) =>
            {
                try
                {
                    await real(context);
                }
                catch (Refusal refusal)
                {
                    await instead(context, refusal);
                }
            });

    /// <summary>Takes a term away from an endpoint.</summary>
    /// <exception cref="SabotageException">The endpoint does not have it.</exception>
    public static void Without<TTerm>(this RouteEndpointBuilder endpoint)
    {
        var term = endpoint.Metadata.OfType<TTerm>().FirstOrDefault()
            ?? throw new SabotageException($"{endpoint.RoutePattern.RawText} has no {typeof(TTerm).Name} (any more).");
        endpoint.Metadata.Remove(term);
    }

    private sealed class Rerouted(IEndpointModule real, Action<RouteEndpointBuilder> change, Action<IEnumerable<EndpointDataSource>> mapped) : IEndpointModule
    {
        public void Map(IEndpointRouteBuilder routes)
        {
            var group = routes.MapGroup("");
            ((IEndpointConventionBuilder)group).Finally(endpoint => change((RouteEndpointBuilder)endpoint));
            real.Map(group);
            mapped(((IEndpointRouteBuilder)group).DataSources);
        }
    }
}
