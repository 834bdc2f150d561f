using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>The calls of section 10. Who may make them is for <see cref="TestingGate"/> to say.</summary>
public sealed class TestingEndpoints(UserSeeding seeding, ClockKeeper clocks, StallKeeper stalls, OutboxDrain drain, UserRemoval removal) : IEndpointModule
{
    private const decimal LongestHold = 600;
    private const decimal DefaultPatience = 10;

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        var testing = routes.MapGroup("/testing").ExcludeFromDescription();
        testing.MapPost("/users", async (JsonBody body, HttpContext context) => await seeding.SeedAsync(body, context.RequestAborted))
            .TakesJson().Anonymous().NoRateLimit();
        testing.MapDelete("/users", async (string? run, string? domain, HttpContext context) => await removal.RemoveAsync(run, domain, context.RequestAborted))
            .Anonymous().NoRateLimit();
        testing.MapPut("/users/{email}/clock", async (string email, JsonBody body, HttpContext context) => await clocks.MoveAsync(email, body, context.RequestAborted))
            .TakesJson().Anonymous().NoRateLimit();
        testing.MapPost("/users/{email}/stall", HoldAsync).TakesJson().Anonymous().NoRateLimit();
        testing.MapDelete("/users/{email}/stall", ReleaseAsync).Anonymous().NoRateLimit();
        testing.MapPost("/outbox/drain", DrainAsync).TakesJson().Anonymous().NoRateLimit();
    }

    private async Task<IResult> HoldAsync(string email, JsonBody body, HttpContext context)
    {
        await stalls.HoldAsync(email, ReadSeconds(body, "hold_seconds", null), context.RequestAborted);
        return Results.NoContent();
    }

    private async Task<IResult> ReleaseAsync(string email)
    {
        await stalls.ReleaseAsync(email);
        return Results.NoContent();
    }

    private Task<DrainAnswer> DrainAsync(JsonBody body, HttpContext context) => drain.RunAsync(
        body.Text("email").Value, ReadSeconds(body, "timeout_seconds", DefaultPatience), context.RequestAborted);

    private static TimeSpan ReadSeconds(JsonBody body, string name, decimal? otherwise)
    {
        var field = body.Number(name);
        var seconds = field.IsGiven ? field.Value : field.IsMissing ? otherwise : null;
        return seconds is > 0 and <= LongestHold
            ? TimeSpan.FromSeconds((double)seconds.Value)
            : throw new Refusal(422, "validation_failed", $"{name} must be over 0 and at most {LongestHold}.");
    }
}
