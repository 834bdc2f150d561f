namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Finds out who is asking, unless the endpoint is for anyone.</summary>
public sealed class CallerStep(IAuthenticator authenticator) : IAdmissionStep
{
    /// <inheritdoc />
    public async Task TakeAsync(HttpContext context, EndpointMetadataCollection terms)
    {
        if (terms.GetMetadata<AnonymousTerm>() is null)
        {
            context.Features.Set(await authenticator.AuthenticateAsync(context));
        }
    }
}
