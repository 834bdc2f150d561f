using System.Text.Json.Nodes;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Inbox;

/// <summary>SendGrid's <c>POST /v3/mail/send</c>: 202 without a body for what could be sent, else errors by field.</summary>
/// <param name="apiKey">The key that the bearer must be; null accepts any that is not empty.</param>
internal sealed class SendGridProtocol(string? apiKey) : IInboxProtocol
{
    public MockResponse Answer(MockRequest request)
    {
        if (request.Path != "/v3/mail/send")
        {
            return Error(404, "Not Found", null);
        }

        if (request.Method != "POST")
        {
            return Error(405, "Method Not Allowed", null);
        }

        if (!MayComeIn(request.Headers.GetValueOrDefault("Authorization", "")))
        {
            return Error(401, "The provided authorization grant is invalid, expired, or revoked", null);
        }

        return JsonText.ObjectOf(request.Body) is { } mail
            ? WhatIsMissing(mail) ?? new MockResponse(202, "text/plain", "") { Headers = new Dictionary<string, string> { ["X-Message-Id"] = Guid.NewGuid().ToString("N") } }
            : Error(400, "Bad Request", null);
    }

    public MockResponse Refusal(int status) => Error(status, status == 429 ? "too many requests" : "The request could not be processed.", null);

    private static MockResponse? WhatIsMissing(JsonObject mail)
    {
        if (mail["personalizations"] is not JsonArray { Count: > 0 } personalizations)
        {
            return Error(400, "The personalizations field is required and must have at least one personalization.", "personalizations");
        }

        for (var index = 0; index < personalizations.Count; index++)
        {
            if ((personalizations[index] as JsonObject)?["to"] is not JsonArray { Count: > 0 } to || !to.All(HasEmail))
            {
                return Error(400, "The to array is required for all personalization objects, and must have at least one email object with a valid email address.", $"personalizations.{index}.to");
            }
        }

        if (!HasEmail(mail["from"]))
        {
            return Error(400, "The from object must be provided for every email send. It is an object that requires the email parameter, but may also contain a name parameter.", "from.email");
        }

        if (JsonText.StringOf(mail["template_id"]) is { Length: > 0 })
        {
            return null;
        }

        if (JsonText.StringOf(mail["subject"]) is not { Length: > 0 } && !personalizations.All(one => JsonText.StringOf(one!["subject"]) is { Length: > 0 }))
        {
            return Error(400, "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.", "subject");
        }

        return mail["content"] is JsonArray { Count: > 0 } content && content.All(HasValue)
            ? null
            : Error(400, "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block.", "content");
    }

    private static bool HasEmail(JsonNode? node) => JsonText.StringOf((node as JsonObject)?["email"]) is { } email && email.IndexOf('@') > 0;

    private static bool HasValue(JsonNode? node) =>
        node is JsonObject block && JsonText.StringOf(block["type"]) is { Length: > 0 } && JsonText.StringOf(block["value"]) is { Length: > 0 };

    private static MockResponse Error(int status, string message, string? field) => new(
        status,
        "application/json",
        new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = message, ["field"] = field, ["help"] = null }) }.ToJsonString())
    {
        Headers = status == 429 ? new Dictionary<string, string> { ["Retry-After"] = "1" } : new Dictionary<string, string>(),
    };

    private bool MayComeIn(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal)
        && authorization["Bearer ".Length..] is { Length: > 0 } key
        && (apiKey is null || key == apiKey);
}
