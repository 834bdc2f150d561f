using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;
using PropIQ.Sabotage.Twisting;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>Others than Stripe are believed, or Stripe is not.</summary>
internal static class Signatures
{
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<Saboteur> All =>
    [
        new("signature_not_checked", "Whoever tells of a payment is believed.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.4", "5.5"],
            Host = Judging((_, _, _, _) => true),
        },
        new("signature_only_has_to_be_there", "News is believed if it carries some signature of the right age.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.5"],
            Host = Judging((_, header, _, now) => StripeSignature.Read(header) is { } signature && new SignatureTolerance().Accepts(signature.Time, now)),
        },
        new("any_scheme_believed", "News is believed in whichever of Stripe's schemes it is signed, the one for trials too.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.5"],
            Host = Judging((real, header, body, now) => real.IsGenuine(header?.Replace(",v0=", ",v1=", StringComparison.Ordinal), body, now)),
        },
        new("signature_age_not_checked", "News that was signed long ago is believed: who recorded it can play it again.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.5"],
            Host = Tolerating((real, signed, now) => signed <= now || real.Accepts(signed, now)),
        },
        new("signature_from_the_future_believed", "News that is signed ahead of time is believed.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.5"],
            Host = Tolerating((real, signed, now) => signed >= now || real.Accepts(signed, now)),
        },
        new("signature_tolerance_too_long", "News is believed for a minute too long.")
        {
            Cases = ["webhook_forged"],
            Clauses = ["5.5"],
            Host = Tolerating((_, signed, now) => (now - signed).Duration() <= TimeSpan.FromSeconds(360)),
        },
        new("signature_tolerance_too_short", "News that was on its way for four minutes and fifty seconds is turned away.")
        {
            Cases = ["webhook_genuine"],
            Clauses = ["5.5"],
            Host = Tolerating((_, signed, now) => (now - signed).Duration() <= TimeSpan.FromSeconds(290)),
        },
        new("clock_ahead_of_stripe_not_tolerated", "News is turned away when Stripe's clock is ahead of ours.")
        {
            Cases = ["webhook_genuine"],
            Clauses = ["5.5"],
            Host = Tolerating((real, signed, now) => signed <= now.AddSeconds(1) && real.Accepts(signed, now)),
        },
        new("only_the_first_v1_read", "While a secret is rolled, news is turned away: only its first signature is looked at.")
        {
            Cases = ["webhook_genuine"],
            Clauses = ["5.5"],
            Host = Judging((real, header, body, now) => real.IsGenuine(FirstOnly(header), body, now)),
        },
        new("signature_of_the_compacted_body", "A signature is checked against the event as it is written out again, so that spaces or escapes make it wrong.")
        {
            Cases = ["webhook_genuine"],
            Clauses = ["5.5"],
            Host = Judging((real, header, body, now) => real.IsGenuine(header, Rewritten(body), now)),
        },
        new("anything_signed_is_an_event", "A signed text that is no event is said to have been taken.")
        {
            Cases = ["webhook_not_an_event"],
            Clauses = ["5.4"],
            Host = host => host.OnRefusal("/stripe/webhook", (context, refusal) =>
            {
                context.Response.StatusCode = refusal.Code == "invalid_payload" ? 200 : throw refusal;
                return Task.CompletedTask;
            }),
        },
    ];

    private delegate bool Judgement(IWebhookSignature real, string? header, ReadOnlySpan<byte> body, DateTimeOffset now);

    private static Action<IServiceCollection> Judging(Judgement instead) => host => host.Wrap<IWebhookSignature>((real, _) => new Judge(real, instead));

    private static Action<IServiceCollection> Tolerating(Func<ISignatureTolerance, DateTimeOffset, DateTimeOffset, bool> instead) =>
        host => host.Twist<ISignatureTolerance>(nameof(ISignatureTolerance.Accepts), real => (DateTimeOffset signed, DateTimeOffset now) => instead(real, signed, now));

    private static string FirstOnly(string? header)
    {
        var parts = (header ?? "").Split(',');
        return string.Join(',', parts.Where(part => !part.StartsWith("v1=", StringComparison.Ordinal)).Concat(parts.Where(part => part.StartsWith("v1=", StringComparison.Ordinal)).Take(1)));
    }

    private static byte[] Rewritten(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(body), Compact);
        }
        catch (JsonException)
        {
            return body.ToArray();
        }
    }

    // Spans do not go through a proxy.
    private sealed class Judge(IWebhookSignature real, Judgement instead) : IWebhookSignature
    {
        public bool IsGenuine(string? header, ReadOnlySpan<byte> body, DateTimeOffset now) => instead(real, header, body, now);
    }
}
