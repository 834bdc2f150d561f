namespace PropIQ.ReferenceApi.Http;

/// <summary>
/// What is settled before a handler runs, in the order of clause 2.11: malformed JSON, then who is asking, then the
/// rate limit, then the body's size. A body too large to read cannot be known to be malformed.
/// </summary>
public sealed class AdmissionMiddleware(RequestDelegate next, IAuthenticator authenticator, IRequestLimits limits)
{
    /// <summary>Admits the request or throws a <see cref="Refusal"/>.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var terms = context.GetEndpoint()?.Metadata;
        if (terms is not null)
        {
            await AdmitAsync(context, terms);
        }

        await next(context);
    }

    private async Task AdmitAsync(HttpContext context, EndpointMetadataCollection terms)
    {
        if (terms.GetMetadata<IHttpMethodMetadata>() is null)
        {
            // Not one of ours: routing's own answer to a wrong method.
            return;
        }

        var tooLarge = await ReadBodyAsync(context, terms);
        var caller = terms.GetMetadata<AnonymousTerm>() is null ? await authenticator.AuthenticateAsync(context) : null;
        context.Features.Set(caller);
        if (terms.GetMetadata<NoRateLimitTerm>() is null)
        {
            limits.Admit(context, caller);
        }

        if (tooLarge)
        {
            throw new Refusal(413, "payload_too_large", "The request body is larger than 1 MiB.");
        }
    }

    private static async Task<bool> ReadBodyAsync(HttpContext context, EndpointMetadataCollection terms)
    {
        var takesJson = terms.GetMetadata<TakesJsonTerm>() is not null;
        if (!takesJson && terms.GetMetadata<TakesRawBodyTerm>() is null)
        {
            return false;
        }

        if (await BodyReader.ReadAsync(context.Request, context.RequestAborted) is not { } bytes)
        {
            return true;
        }

        context.Features.Set(new RawBody(bytes));
        if (takesJson)
        {
            context.Features.Set(BodyReader.Parse(bytes)
                ?? throw new Refusal(400, "malformed_json", "The request body is not well-formed JSON."));
        }

        return false;
    }
}
