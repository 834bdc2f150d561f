namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Keeps the request within the rate limit, unless the endpoint is outside it.</summary>
public sealed class RateStep(IRequestLimits limits) : IAdmissionStep
{
    /// <inheritdoc />
    public Task TakeAsync(HttpContext context, EndpointMetadataCollection terms)
    {
        if (terms.GetMetadata<NoRateLimitTerm>() is null)
        {
            limits.Admit(context, context.Features.Get<Caller>());
        }

        return Task.CompletedTask;
    }
}
