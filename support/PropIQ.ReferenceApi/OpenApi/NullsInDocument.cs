using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using PropIQ.ReferenceApi.Http;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace PropIQ.ReferenceApi.OpenApi;

/// <summary>Says of every member whether it is always there and whether it may be null, by the record's own annotations.</summary>
public sealed class NullsInDocument : ISchemaFilter
{
    /// <inheritdoc />
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } members } described || context.Type.Assembly != typeof(NullsInDocument).Assembly)
        {
            return;
        }

        described.Required = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var property in context.Type.GetProperties())
        {
            var name = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
                ?? Json.Options.PropertyNamingPolicy!.ConvertName(property.Name);
            if (members.TryGetValue(name, out var member))
            {
                Describe(described.Required, name, member, property);
            }
        }
    }

    private static void Describe(ISet<string> required, string name, IOpenApiSchema member, PropertyInfo property)
    {
        // A context is not for sharing between threads.
        var mayBeNull = new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull;
        var writesNull = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition == JsonIgnoreCondition.Never;
        if (!mayBeNull || writesNull)
        {
            required.Add(name);
        }

        if (!mayBeNull && member is OpenApiSchema own)
        {
            own.Type &= ~JsonSchemaType.Null;
        }
    }
}
