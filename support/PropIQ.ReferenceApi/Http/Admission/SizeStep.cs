namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Refuses a body that was too large to be read.</summary>
public sealed class SizeStep : IAdmissionStep
{
    /// <inheritdoc />
    public Task TakeAsync(HttpContext context, EndpointMetadataCollection terms) =>
        context.Features.Get<OversizedBody>() is null
            ? Task.CompletedTask
            : throw new Refusal(413, "payload_too_large", "The request body is larger than 1 MiB.");
}
