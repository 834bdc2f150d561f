using Microsoft.OpenApi;
using PropIQ.ReferenceApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PropIQ.ReferenceApi.OpenApi;

/// <summary>Writes what an endpoint asks of the pipeline into its description: body, token, and the refusals that follow.</summary>
public sealed class TermsInDocument : IOperationFilter
{
    /// <summary>The name of the security scheme.</summary>
    public const string Bearer = "bearer";

    /// <inheritdoc />
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var terms = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (terms.OfType<TakesJsonTerm>().FirstOrDefault() is { } takes)
        {
            operation.RequestBody = Body(takes, context);
            Refuse(operation, context, 400, 413, 422);
        }

        if (!terms.OfType<AnonymousTerm>().Any())
        {
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
            Refuse(operation, context, 401, 503, 504);
        }

        if (!terms.OfType<NoRateLimitTerm>().Any())
        {
            Refuse(operation, context, 429);
        }

        Refuse(operation, context, 500);
    }

    private static OpenApiRequestBody Body(TakesJsonTerm takes, OperationFilterContext context) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/json"] = new()
            {
                Schema = takes.Shape is { } shape
                    ? context.SchemaGenerator.GenerateSchema(shape, context.SchemaRepository)
                    : new OpenApiSchema { Type = JsonSchemaType.Object },
            },
        },
    };

    private static void Refuse(OpenApiOperation operation, OperationFilterContext context, params int[] statuses)
    {
        operation.Responses ??= [];
        foreach (var status in statuses)
        {
            operation.Responses.TryAdd(status.ToString(System.Globalization.CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [ProblemWriter.MediaType] = new()
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemShape), context.SchemaRepository),
                    },
                },
            });
        }
    }
}
