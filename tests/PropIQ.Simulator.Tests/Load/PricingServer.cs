using Microsoft.AspNetCore.Http;
using PropIQ.Simulator.Tests.Runs;

namespace PropIQ.Simulator.Tests.Load;

/// <summary>Answers health and prices as PropIQ would, and whatever a test wants in between.</summary>
internal static class PricingServer
{
    public const string Prices = """{"plans":[{"tier":"free","price":0,"analyses":5,"price_id":null}]}""";

    /// <summary><paramref name="before"/> is asked for each request for prices, numbered from 1; false when it has answered itself.</summary>
    public static Task<HostileTarget> StartAsync(Func<HttpContext, int, Task<bool>>? before = null)
    {
        var requests = 0;
        return HostileTarget.StartAsync(async context =>
        {
            var health = context.Request.Path == "/health";
            if (health || before is null || await before(context, Interlocked.Increment(ref requests)))
            {
                await AnswerAsync(context, 200, health ? """{"status":"healthy"}""" : Prices);
            }
        });
    }

    public static async Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = status < 400 ? "application/json" : "application/problem+json";
        await context.Response.WriteAsync(body);
    }
}
