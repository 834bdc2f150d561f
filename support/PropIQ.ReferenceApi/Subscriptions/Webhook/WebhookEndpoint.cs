using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>Where Stripe delivers its events (clauses 5.4 to 5.6).</summary>
public sealed partial class WebhookEndpoint(IWebhookSignature signature, IEventHandling handling, TimeProvider clock, ILogger<WebhookEndpoint> log)
    : IEndpointModule
{
    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/stripe/webhook", ReceiveAsync)
            .TakesRawBody()
            .Anonymous()
            .NoRateLimit()
            .Produces<WebhookReceipt>()
            .Refuses(400, 413);

    private async Task<IResult> ReceiveAsync(HttpContext context, RawBody? body, CancellationToken cancellationToken)
    {
        var bytes = body?.Bytes ?? ReadOnlyMemory<byte>.Empty;
        if (!signature.IsGenuine(context.Request.Headers["Stripe-Signature"], bytes.Span, clock.GetUtcNow()))
        {
            throw new Refusal(400, "invalid_signature", "The webhook's signature is missing, wrong or too old.");
        }

        if (StripeEvent.Read(bytes) is not { } stripeEvent)
        {
            throw new Refusal(400, "invalid_payload", "The webhook's body is not an event.");
        }

        try
        {
            await handling.HandleAsync(stripeEvent, cancellationToken);
            return Results.Ok(new WebhookReceipt(true));
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, it is ours: a 500 has Stripe deliver the event again.
            LogFailed(failure, stripeEvent.Id, stripeEvent.Type);
            throw new Refusal(500, "internal_error", "Something went wrong on our side.");
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {EventId} of type {Type} had no effect")]
    private partial void LogFailed(Exception failure, string eventId, string type);
}

/// <summary>What Stripe is answered.</summary>
public sealed record WebhookReceipt(bool Received);
