using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Makes tweaks that stand before everything in a host, and change what it says on the way out.</summary>
internal static class AnswerRewriting
{
    /// <summary>Something that happens around every call.</summary>
    public static HostTweaks Around(Func<HttpContext, RequestDelegate, Task> around) => new()
    {
        Services = services => services.AddSingleton<IStartupFilter>(new Front(around)),
    };

    /// <summary>Another JSON for the same answer, downloads apart: an export is a file, whose bytes are somebody's.</summary>
    public static HostTweaks Json(Func<JsonNode, HttpContext, string> write) => Bodies((body, context) =>
        body.StartsWith('{') && context.Response.Headers.ContentDisposition.Count == 0 ? write(JsonNode.Parse(body)!, context) : body);

    /// <summary>The same with another tree.</summary>
    public static HostTweaks Json(Action<JsonNode> change) => Json((tree, _) =>
    {
        change(tree);
        return JsonShape.Text(tree);
    });

    /// <summary>Another text for the same answer; files that are no text are left alone.</summary>
    public static HostTweaks Bodies(Func<string, HttpContext, string> rewrite) => Around(async (context, next) =>
    {
        var held = await HeldAsync(context, next);
        if (held.Length == 0)
        {
            return;
        }

        var body = IsJson(context) || IsCsv(context) ? System.Text.Encoding.UTF8.GetBytes(rewrite(System.Text.Encoding.UTF8.GetString(held), context)) : held;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    });

    /// <summary>Has a call answered, and holds back what it says.</summary>
    public static async Task<byte[]> HeldAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Response.Body;
        using var held = new MemoryStream();
        context.Response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        return held.ToArray();
    }

    /// <summary>Whether what was said is JSON.</summary>
    public static bool IsJson(HttpContext context) => context.Response.ContentType?.Contains("json", StringComparison.Ordinal) == true;

    /// <summary>Whether what was said is a table in CSV.</summary>
    public static bool IsCsv(HttpContext context) => context.Response.ContentType?.StartsWith("text/csv", StringComparison.Ordinal) == true;

    private sealed class Front(Func<HttpContext, RequestDelegate, Task> around) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(following => context => around(context, following));
            next(app);
        };
    }
}
