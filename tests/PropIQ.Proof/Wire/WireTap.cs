using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PropIQ.Proof.Freedoms;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Wire;

/// <summary>Stands between PropIQ and its callers. The testing interface is the bench's own, and left alone.</summary>
internal static class WireTap
{
    private const string Bench = "/testing";
    private const string HeaderPlace = "header:";
    private const string MemberPlace = "member:";
    private const string LinesPlace = "lines";
    private const string StatusPlace = "status";

    // The server's own, and what another place says as well.
    private static readonly HashSet<string> Plumbing = new(StringComparer.OrdinalIgnoreCase) { "Date", "Server", "Content-Length", "Transfer-Encoding", "Connection" };

    // A status that says something else in the same class.
    private static readonly Dictionary<int, int> Siblings = new()
    {
        [200] = 202, [201] = 200, [204] = 200, [400] = 422, [401] = 403, [403] = 404, [404] = 400, [405] = 404, [409] = 400, [413] = 422, [422] = 400, [429] = 503, [503] = 500, [504] = 503,
    };

    /// <summary>Hears of everything that could be changed about each answer.</summary>
    public static HostTweaks Listening(Action<WireFault> heard) => AnswerRewriting.Around(async (context, next) =>
    {
        var headers = HeadersAtTheEnd(context, _ => { });
        var body = await AnswerRewriting.HeldAsync(context, next);
        var answer = KindOf(context);
        await SendAsync(context, body);
        if (context.Request.Path.StartsWithSegments(Bench, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var (place, change) in Places(context, headers(), body))
        {
            heard(new WireFault(answer, place, change));
        }
    });

    /// <summary>Changes one thing about the answers that a scenario gets; <paramref name="assigned"/> knows which, null for none.</summary>
    public static HostTweaks Changing(Func<WireFault?> assigned) => AnswerRewriting.Around(async (context, next) =>
    {
        if (assigned() is not { } fault)
        {
            await next(context);
            return;
        }

        var isOne = false;
        HeadersAtTheEnd(context, headers => _ = isOne && fault.Place.StartsWith(HeaderPlace, StringComparison.Ordinal) && headers.Remove(fault.Place[HeaderPlace.Length..]));
        var body = await AnswerRewriting.HeldAsync(context, next);
        isOne = KindOf(context) == fault.Answer;
        await SendAsync(context, isOne ? Changed(context, fault, body) : body);
    });

    private static byte[] Changed(HttpContext context, WireFault fault, byte[] body)
    {
        if (fault.Place == StatusPlace)
        {
            context.Response.StatusCode = Siblings[fault.Answer.Status];
        }
        else if (fault.Place == LinesPlace && AnswerRewriting.IsCsv(context))
        {
            var lines = Encoding.UTF8.GetString(body).TrimEnd().Split("\r\n");
            return Encoding.UTF8.GetBytes(string.Concat(lines[..^1].Select(line => line + "\r\n")));
        }
        else if (fault.Place.StartsWith(MemberPlace, StringComparison.Ordinal) && AnswerRewriting.IsJson(context) && body.Length > 0)
        {
            var tree = JsonNode.Parse(body);
            Alterations.Apply(tree, fault.Place[MemberPlace.Length..], fault.Change);
            return Encoding.UTF8.GetBytes(JsonShape.Text(tree!));
        }

        return body;
    }

    private static IEnumerable<(string Place, string Change)> Places(HttpContext context, IReadOnlyList<string> headers, byte[] body)
    {
        var members = AnswerRewriting.IsJson(context) && body.Length > 0 ? Alterations.Of(JsonNode.Parse(body)) : [];
        return
        [
            .. Siblings.TryGetValue(context.Response.StatusCode, out var sibling) ? [(StatusPlace, $"{sibling}")] : Array.Empty<(string, string)>(),
            .. headers.Where(name => !Plumbing.Contains(name)).Select(name => (HeaderPlace + name, Alterations.Gone)),
            .. members.Select(member => (MemberPlace + member.Path, member.Change)),
            .. AnswerRewriting.IsCsv(context) ? [(LinesPlace, Alterations.Shorter)] : Array.Empty<(string, string)>(),
        ];
    }

    // What is added just before the first byte is there as well.
    private static Func<IReadOnlyList<string>> HeadersAtTheEnd(HttpContext context, Action<IHeaderDictionary> then)
    {
        IReadOnlyList<string> names = [];
        context.Response.OnStarting(() =>
        {
            names = [.. context.Response.Headers.Keys];
            then(context.Response.Headers);
            return Task.CompletedTask;
        });
        return () => names;
    }

    private static async Task SendAsync(HttpContext context, byte[] body)
    {
        if (body.Length > 0)
        {
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        else
        {
            await context.Response.StartAsync(context.RequestAborted);
        }
    }

    private static AnswerKind KindOf(HttpContext context) =>
        new(context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "", context.Response.StatusCode);
}
