using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Inbox;

/// <summary>Weights &amp; Biases as clause 8.5 has it: a JSON object per analysis, posted to <c>…/propiq-analysis</c>.</summary>
internal sealed class WandbProtocol : IInboxProtocol
{
    public MockResponse Answer(MockRequest request)
    {
        if (!request.Path.EndsWith("/propiq-analysis", StringComparison.Ordinal))
        {
            return Error(404, "not found");
        }

        if (request.Method != "POST")
        {
            return Error(405, "method not allowed");
        }

        return JsonText.ObjectOf(request.Body) is null ? Error(400, "a JSON object is expected") : new MockResponse(200, "application/json", "{}");
    }

    public MockResponse Refusal(int status) => Error(status, "the run could not be logged");

    private static MockResponse Error(int status, string message) => new(status, "application/json", $$"""{"error":"{{message}}"}""");
}
