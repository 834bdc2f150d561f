using System.Net;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Mocks.Stripe;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Speaks for Stripe: through the mock where there is one, else by a signature of its own.</summary>
internal static class StripeVoice
{
    /// <summary>Sends the event, again for each further copy; answers the statuses that came back, each judged.</summary>
    /// <exception cref="NotPossibleException">There is neither a mock Stripe nor a signing secret.</exception>
    public static async Task<IReadOnlyList<int>> SendAsync(
        ActionContext context, StripeWebhookAction action, string? failureReason, int copies, CancellationToken cancellation)
    {
        if (context.Run.Target.Stripe is { } stripe)
        {
            var first = await Timed(() => stripe.SendAsync(context.Visitor.Email, action.EventType, action.Tier, action.Amount, failureReason, cancellation));
            var statuses = new List<int> { Witnessed(context, first.Answer, first.Started, first.Took) };
            if (copies > 1)
            {
                var again = await Timed(() => stripe.DeliverAsync(first.Answer.EventId, new Signing(), copies - 1, cancellation));
                statuses.AddRange(again.Answer.Select(attempt => Witnessed(context, attempt, again.Started, again.Took)));
            }

            return statuses;
        }

        if (context.Run.Target.SigningSecret is not { } secret)
        {
            throw new NotPossibleException("no mock Stripe is at hand, and the target's signing secret is not known (STRIPE_WEBHOOK_SECRET).");
        }

        var body = Event(context, action, failureReason);
        var answered = new List<int>();
        for (var copy = 0; copy < copies; copy++)
        {
            var call = await context.JudgedAsync(body, (client, _, stop) => client.SendWebhookAsync(body, StripeLetters.Sign(body, secret, DateTimeOffset.UtcNow), stop), cancellation);
            answered.Add(call.Status);
        }

        return answered;
    }

    private static async Task<(T Answer, DateTimeOffset Started, TimeSpan Took)> Timed<T>(Func<Task<T>> send)
    {
        var started = DateTimeOffset.UtcNow;
        var watch = System.Diagnostics.Stopwatch.StartNew();
        return (await send(), started, watch.Elapsed);
    }

    private static int Witnessed(ActionContext context, DeliveryAttempt attempt, DateTimeOffset started, TimeSpan took)
    {
        var url = new Uri(context.Run.Target.Url.AbsoluteUri.TrimEnd('/') + context.Run.Target.Wire.PathFor("/stripe/webhook"));
        HttpStatusCode? status = attempt.Status == 0 ? null : (HttpStatusCode)attempt.Status;
        var exchange = new Exchange(
            "POST", url, [], $"{{\"id\":\"{attempt.EventId}\",\"type\":\"{attempt.Type}\"}}", status, [], attempt.ResponseBody, started, took,
            status is null ? "Stripe got no answer" : null);
        var refused = attempt.Status is >= 200 and < 300 ? null : attempt.Status == 0 ? "Stripe got no answer from PropIQ's webhook" : $"PropIQ's webhook answered {attempt.Status}";
        context.Witness(context.Record(exchange, attempt.EventId, null, null, refused, context.Visitor.Clock.Now, null), judge: true);
        return attempt.Status;
    }

    /// <summary>An event around what is known of the account, for a target without a mock Stripe.</summary>
    private static string Event(ActionContext context, StripeWebhookAction action, string? failureReason)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var mark = Guid.NewGuid().ToString("N")[..16];
        var cents = (long)Math.Round(action.Amount * 100, MidpointRounding.AwayFromZero);
        var metadata = new { user_id = context.Visitor.AccountId, tier = action.Tier };
        object subject = action.EventType.StartsWith("checkout.", StringComparison.Ordinal)
            ? new
            {
                id = context.Visitor.Checkouts.GetValueOrDefault(action.Tier) ?? $"cs_test_{mark}",
                @object = "checkout.session",
                mode = "subscription",
                status = "complete",
                payment_status = "paid",
                customer = $"cus_{mark}",
                customer_email = context.Visitor.Email,
                client_reference_id = context.Visitor.AccountId,
                subscription = $"sub_{mark}",
                amount_total = cents,
                currency = "usd",
                metadata,
            }
            : new
            {
                id = $"in_{mark}",
                @object = "invoice",
                customer = $"cus_{mark}",
                customer_email = context.Visitor.Email,
                amount_due = cents,
                amount_paid = failureReason is null ? cents : 0,
                billing_reason = "subscription_cycle",
                currency = "usd",
                metadata,
                last_finalization_error = failureReason is null ? null : new { code = "card_declined", decline_code = failureReason },
            };
        return JsonSerializer.Serialize(new
        {
            id = $"evt_{mark}",
            @object = "event",
            api_version = "2025-03-31.basil",
            created = now,
            type = action.EventType,
            livemode = false,
            pending_webhooks = 1,
            data = new { @object = subject },
        });
    }
}
