using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace PropIQ.Sabotage.Twisting;

/// <summary>Changes what an endpoint has answered in JSON.</summary>
public static class ChangedAnswer
{
    /// <summary>Has the endpoint answer, and sends a changed answer.</summary>
    public static async Task OfAsync(HttpContext context, RequestDelegate real, Action<JsonNode> change)
    {
        var body = context.Response.Body;
        using var written = new MemoryStream();
        context.Response.Body = written;
        try
        {
            await real(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        var answer = JsonNode.Parse(written.ToArray())!;
        change(answer);
        context.Response.ContentLength = null;
        await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
