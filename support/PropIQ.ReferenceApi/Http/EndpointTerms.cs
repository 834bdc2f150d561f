namespace PropIQ.ReferenceApi.Http;

/// <summary>What an endpoint asks of the pipeline. Without any of these: authenticated, limited per session, no body.</summary>
public static class EndpointTerms
{
    /// <summary>The body is JSON: anything else is refused before the handler, which binds a <see cref="JsonBody"/>. The type documents its shape.</summary>
    public static TBuilder TakesJson<TBuilder>(this TBuilder endpoint, Type? shape = null)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithTerm(new TakesJsonTerm(shape));

    /// <summary>The body is taken as it comes: the handler binds a <see cref="RawBody"/>.</summary>
    public static TBuilder TakesRawBody<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithTerm(new TakesRawBodyTerm());

    /// <summary>No token is asked for; the rate limit counts by client address.</summary>
    public static TBuilder Anonymous<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithTerm(new AnonymousTerm());

    /// <summary>Outside the rate limit.</summary>
    public static TBuilder NoRateLimit<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithTerm(new NoRateLimitTerm());

    /// <summary>Documents refusals with these statuses, besides those that any endpoint may have.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
        {
            endpoint.Produces<ProblemShape>(status, ProblemWriter.MediaType);
        }

        return endpoint;
    }

    private static TBuilder WithTerm<TBuilder>(this TBuilder endpoint, object term)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(builder => builder.Metadata.Add(term));
        return endpoint;
    }
}

/// <summary>The endpoint takes JSON shaped like <paramref name="Shape"/>, where one is documented.</summary>
public sealed record TakesJsonTerm(Type? Shape);

/// <summary>The endpoint takes its body's bytes.</summary>
public sealed record TakesRawBodyTerm;

/// <summary>The endpoint asks for no token.</summary>
public sealed record AnonymousTerm;

/// <summary>The endpoint is outside the rate limit.</summary>
public sealed record NoRateLimitTerm;
