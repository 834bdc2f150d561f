namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>One thing that is settled before a handler runs. The steps are taken in the order of their registration.</summary>
public interface IAdmissionStep
{
    /// <summary>Lets the request pass or throws a <see cref="Refusal"/>. <paramref name="terms"/> is what the endpoint asks for.</summary>
    Task TakeAsync(HttpContext context, EndpointMetadataCollection terms);
}
