namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Takes a request through what is settled before its handler runs, in the order of clause 2.11.</summary>
public sealed class AdmissionMiddleware(RequestDelegate next, IEnumerable<IAdmissionStep> steps)
{
    private readonly IAdmissionStep[] steps = [.. steps];

    /// <summary>Admits the request or throws a <see cref="Refusal"/>.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        // Without a method it is not one of ours, but routing's own answer to a wrong method.
        if (context.GetEndpoint()?.Metadata is { } terms && terms.GetMetadata<IHttpMethodMetadata>() is not null)
        {
            foreach (var step in steps)
            {
                await step.TakeAsync(context, terms);
            }
        }

        await next(context);
    }
}
