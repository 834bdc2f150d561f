using System.Text;
using Microsoft.AspNetCore.Http;

namespace PropIQ.Targets.Tests.Hostile;

/// <summary>A way not to answer as a PropIQ does, whatever was asked.</summary>
internal sealed record Misbehaviour(string Name, Func<HttpContext, Task> Answer)
{
    private const string Page = "<!doctype html><html><head><title>Oops</title></head><body>at Foo.bar(Foo.java:12)</body></html>";

    // Whatever a client may look for, and nothing in it.
    private const string Shapes = """
        {"access_token":"x","token_type":"bearer","expires_in":3600,"refresh_token":"y","user":{"id":"u"},"tier":"free","status":"none",
        "subscription_status":"none","usage":{"used":0,"limit":5,"remaining":5},"items":[],"total":0,"ranking":[],"plans":[],"messages":[],
        "checks":{},"warnings":[],"analysis_id":"a","conversation_id":"c","session_id":"s","checkout_url":"http://127.0.0.1/"}
        """;

    // The same with every member of another type than it should be.
    private const string WrongTypes = """
        {"access_token":17,"token_type":[],"expires_in":"3600","refresh_token":{},"user":[],"tier":{},"status":[],"subscription_status":1,
        "usage":[0,5],"items":{},"total":"0","ranking":"","plans":{},"messages":1,"checks":[],"warnings":{},"analysis_id":3,"conversation_id":4,
        "session_id":5,"checkout_url":[],"monthly_payment":"1516.96","deal_score":"high","errors":[]}
        """;

    private const string Holes = """
        {"access_token":"x.y.z","refresh_token":"y","user":null,"usage":null,"items":[null,null],"total":null,"ranking":[null],"plans":[null],
        "messages":[null],"checks":{"database":null},"warnings":[null]}
        """;

    /// <summary>The way that looks most like answers.</summary>
    public static readonly Misbehaviour OnlyShapes = Of("shapes without content", 200, Shapes);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Misbehaviour> All =
    [
        Of("an empty object", 200, "{}"),
        OnlyShapes,
        Of("members of wrong types", 200, WrongTypes),
        Of("lists with holes", 200, Holes),
        Of("nothing", 200, ""),
        Of("no content", 204, ""),
        Of("a list", 200, "[]"),
        Of("null", 200, "null"),
        Of("plain text", 200, "OK", "text/plain"),
        Of("a web page", 200, Page, "text/html"),
        Of("JSON that breaks off", 200, "{\"access_token\": \"abc"),
        Of("a web page that nothing is there", 404, Page, "text/html"),
        Of("that nothing is there", 404, """{"type":"about:blank","title":"No","status":404,"detail":"No","code":"not_found"}""", "application/problem+json"),
        Of("that nobody may do anything", 401, """{"type":"about:blank","title":"No","status":401,"detail":"No","code":"unauthorized"}""", "application/problem+json"),
        Of("refusals without a body", 401, ""),
        Of("a stack trace", 500, Page, "text/html"),
        Of("three megabytes", 200, $$"""{"padding":"{{new string('x', 3_000_000)}}"}"""),
        new("by sending elsewhere", context =>
        {
            context.Response.Redirect("/login");
            return Task.CompletedTask;
        }),
        new("by hanging up", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }),
        new("by hanging up in the middle", async context =>
        {
            context.Response.ContentLength = 500;
            await context.Response.Body.WriteAsync("{\"access_token\": \"abc"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }),
        new("by silence", context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)),
    ];

    private static Misbehaviour Of(string name, int status, string body, string contentType = "application/json") => new(
        name,
        async context =>
        {
            context.Response.StatusCode = status;
            if (body.Length > 0)
            {
                context.Response.ContentType = contentType;
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body), context.RequestAborted);
            }
        });
}
