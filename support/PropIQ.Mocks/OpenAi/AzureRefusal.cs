using System.Text.Json.Nodes;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.OpenAi;

/// <summary>A refusal, in the forms in which Azure OpenAI refuses: the gateway's, and the model's own.</summary>
internal sealed class AzureRefusal(int status, JsonObject error) : Exception
{
    public static AzureRefusal WrongKey => Gateway(
        401,
        "401",
        "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.");

    public static AzureRefusal NoSuchResource => Gateway(404, "404", "Resource not found");

    public static AzureRefusal NoSuchDeployment => Gateway(
        404,
        "DeploymentNotFound",
        "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.");

    public MockResponse Answer { get; } = new(status, "application/json", new JsonObject { ["error"] = error.DeepClone() }.ToJsonString())
    {
        Headers = status is 429 or 503 ? new Dictionary<string, string> { ["Retry-After"] = "1" } : new Dictionary<string, string>(),
    };

    public static AzureRefusal Invalid(string message, string? parameter, string? code) => new(400, new JsonObject
    {
        ["message"] = message,
        ["type"] = "invalid_request_error",
        ["param"] = parameter,
        ["code"] = code,
    });

    public static AzureRefusal TooLong(int limit, int inMessages, int inCompletion) => Invalid(
        inCompletion == 0
            ? $"This model's maximum context length is {limit} tokens. However, your messages resulted in {inMessages} tokens. Please reduce the length of the messages."
            : $"This model's maximum context length is {limit} tokens. However, you requested {inMessages + inCompletion} tokens ({inMessages} in the messages, {inCompletion} in the completion). Please reduce the length of the messages or completion.",
        "messages",
        "context_length_exceeded");

    /// <summary>A staged refusal with any status.</summary>
    public static AzureRefusal Staged(int status) => status switch
    {
        401 => WrongKey,
        404 => NoSuchDeployment,
        429 => Gateway(429, "429", "Requests to the ChatCompletions_Create Operation have exceeded the token rate limit of your current OpenAI S0 pricing tier. Please retry after 1 second."),
        < 500 => Invalid("The request was refused by the staged model.", null, "staged_refusal"),
        503 => Gateway(503, "ServiceUnavailable", "The service is temporarily unable to process your request. Please try again later."),
        _ => Gateway(status, "InternalServerError", "The server had an error processing your request. Sorry about that!"),
    };

    private static AzureRefusal Gateway(int status, string code, string message) => new(status, new JsonObject { ["code"] = code, ["message"] = message });
}
