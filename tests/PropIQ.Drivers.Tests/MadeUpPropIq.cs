using System.Net;
using System.Text;
using System.Text.Json;

namespace PropIQ.Drivers.Tests;

/// <summary>Answers in PropIQ's place what a test makes up, without a network. What nothing was made up for is 404.</summary>
internal sealed class MadeUpPropIq : HttpMessageHandler
{
    private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly List<(string Call, HttpStatusCode Status, string Body)> answers = [];

    /// <summary>What was asked, as "GET /pricing", with the body, oldest first.</summary>
    public List<(string Call, string Body)> Asked { get; } = [];

    /// <summary>From now on a call whose path begins so is answered with this.</summary>
    public void Answers(string call, object body, int status = 200) =>
        answers.Insert(0, (call, (HttpStatusCode)status, body as string ?? JsonSerializer.Serialize(body, Snake)));

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = $"{request.Method} {request.RequestUri!.PathAndQuery}";
        Asked.Add((call, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        var answer = answers.Find(made => call.StartsWith(made.Call, StringComparison.Ordinal));
        return answer.Call is null ? new HttpResponseMessage(HttpStatusCode.NotFound) : new HttpResponseMessage(answer.Status)
        {
            Content = new StringContent(answer.Body, Encoding.UTF8, (int)answer.Status < 400 ? "application/json" : "application/problem+json"),
        };
    }
}
