namespace PropIQ.ReferenceApi.Http;

/// <summary>One area's endpoints. Every module registered in the container is mapped when the host starts.</summary>
public interface IEndpointModule
{
    /// <summary>Adds this area's endpoints.</summary>
    void Map(IEndpointRouteBuilder routes);
}
