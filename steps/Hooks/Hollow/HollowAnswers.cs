using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Steps.Hooks.Hollow;

/// <summary>Lets every call through to PropIQ, and empties the answer.</summary>
internal sealed class HollowAnswers(HttpMessageHandler wire, Hollowing hollowing, Emptying emptying) : DelegatingHandler(wire)
{
    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var empty = hollowing.IsOn;
        var answer = await base.SendAsync(request, cancellationToken);
        if (!empty)
        {
            return answer;
        }

        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var hollow = new HttpResponseMessage(answer.StatusCode) { RequestMessage = request, Content = new StringContent(Emptied(body)) };
        hollow.Content.Headers.ContentType = answer.Content.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
        answer.Dispose();
        return hollow;
    }

    private string Emptied(string body) => emptying switch
    {
        _ when body.Length == 0 || !body.StartsWith('{') => "",
        Emptying.Zeros => Zeros(JsonNode.Parse(body))!.ToJsonString(),
        Emptying.Members => "{}",
        _ => "",
    };

    private static JsonNode? Zeros(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Zeros(member.Value)))),
        JsonArray => new JsonArray(),
        JsonValue value => value.GetValueKind() switch
        {
            // A time stays one: an answer that cannot be read would fail whatever is asked of it.
            JsonValueKind.String => value.TryGetValue<DateTimeOffset>(out _) ? DateTimeOffset.UnixEpoch : "",
            JsonValueKind.Number => 0,
            _ => false,
        },
        _ => null,
    };
}
