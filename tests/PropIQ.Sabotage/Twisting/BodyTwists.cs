using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.Sabotage.Twisting;

/// <summary>Has an endpoint read another request than was sent.</summary>
public static class BodyTwists
{
    /// <summary>Changes the JSON object that was sent; other bodies stay as they are.</summary>
    public static HttpContext WithBody(this HttpContext context, Action<JsonObject> change)
    {
        if (context.Features.Get<JsonBody>() is { Root.ValueKind: JsonValueKind.Object } body)
        {
            var changed = JsonObject.Create(body.Root)!;
            change(changed);
            context.Features.Set(new JsonBody(JsonSerializer.SerializeToElement(changed)));
        }

        return context;
    }
}
