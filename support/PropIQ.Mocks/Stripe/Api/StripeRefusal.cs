using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>An answer in Stripe's form for errors: <c>{error:{type,code,decline_code,message,param}}</c>.</summary>
internal sealed class StripeRefusal(int status, string type, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string? Code { get; init; }

    public string? DeclineCode { get; init; }

    public string? Param { get; init; }

    /// <summary>Refused before anything was done: the idempotency key stays free.</summary>
    public bool BeforeExecution { get; init; }

    public static StripeRefusal Invalid(string message, string? param, string? code = null) =>
        new(400, "invalid_request_error", message) { Param = param, Code = code, BeforeExecution = true };

    public static StripeRefusal Unknown(string param) =>
        Invalid($"Received unknown parameter: {param}", param, "parameter_unknown");

    public static StripeRefusal Missing(string param) =>
        Invalid($"Missing required param: {param}.", param, "parameter_missing");

    /// <summary>404 for an id in the path, 400 for one in a parameter.</summary>
    public static StripeRefusal NotFound(string kind, string id, string param, int status = 404) =>
        new(status, "invalid_request_error", $"No such {kind}: '{id}'") { Code = "resource_missing", Param = param };

    public static StripeRefusal Declined(Decline decline) =>
        new(402, "card_error", decline.Message) { Code = decline.Code, DeclineCode = decline.DeclineCode };

    public JsonObject ToJson()
    {
        var error = new JsonObject();
        Put(error, "code", Code);
        Put(error, "decline_code", DeclineCode);
        Put(error, "doc_url", Code is null ? null : $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}");
        error["message"] = Message;
        Put(error, "param", Param);
        error["type"] = Type;
        return new JsonObject { ["error"] = error };
    }

    private static void Put(JsonObject error, string name, string? value)
    {
        if (value is not null)
        {
            error[name] = value;
        }
    }
}
