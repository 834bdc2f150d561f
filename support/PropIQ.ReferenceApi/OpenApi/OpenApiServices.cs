using Microsoft.OpenApi;
using PropIQ.ReferenceApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PropIQ.ReferenceApi.OpenApi;

/// <summary>Registers the description of the API at /openapi/v1.json.</summary>
public static class OpenApiServices
{
    /// <summary>Adds the description; it is made when first asked for.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<ISerializerDataContractResolver>(new JsonSerializerDataContractResolver(Json.Options));
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(document =>
        {
            document.SwaggerDoc("v1", new OpenApiInfo { Title = "PropIQ", Version = "v1" });
            document.AddSecurityDefinition(TermsInDocument.Bearer, new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
            });
            document.SchemaFilter<NullsInDocument>();
            document.OperationFilter<TermsInDocument>();
        });
        services.AddSingleton<IEndpointModule, DocumentEndpoint>();
        return services;
    }

    private sealed class DocumentEndpoint : IEndpointModule
    {
        public void Map(IEndpointRouteBuilder routes) => routes.MapSwagger("/openapi/{documentName}.json").Anonymous().NoRateLimit();
    }
}
