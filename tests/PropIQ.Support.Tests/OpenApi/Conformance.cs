using System.Text.Json;
using Microsoft.OpenApi;
using PropIQ.Client;

namespace PropIQ.Support.Tests.OpenApi;

/// <summary>Holds exchanges to an OpenAPI document.</summary>
internal sealed class Conformance(OpenApiDocument document)
{
    /// <summary>Every operation of the document, as "GET /path/{id}".</summary>
    public IEnumerable<string> Operations =>
        document.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method.Method} {path.Key}"));

    /// <summary>Reads a document; throws with the reader's own words when it is none.</summary>
    public static Conformance Read(string json)
    {
        var read = OpenApiDocument.Parse(json, "json");
        if (read.Document is null || read.Diagnostic is { Errors.Count: > 0 })
        {
            throw new InvalidDataException("Not an OpenAPI document: " + string.Join("; ", read.Diagnostic?.Errors.Select(error => error.ToString()) ?? []));
        }

        return new Conformance(read.Document);
    }

    /// <summary>The documented operation that a request is for; null when there is none.</summary>
    public string? OperationOf(Exchange exchange) =>
        Find(exchange) is { } found ? $"{exchange.Method} {found.Path}" : null;

    /// <summary>What an answer has that the document does not, or the other way round. Each names the call and the member.</summary>
    public IReadOnlyList<string> Complaints(Exchange exchange)
    {
        var status = ((int)(exchange.Status ?? 0)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (Find(exchange) is not { } found)
        {
            return [$"{exchange.Method} {exchange.Url.AbsolutePath}: the call is not documented"];
        }

        var call = $"{exchange.Method} {found.Path} -> {status}";
        var responses = found.Operation.Responses ?? [];
        if (!responses.TryGetValue(status, out var response))
        {
            return [$"{call}: the status is not documented (documented: {string.Join(", ", responses.Keys)})"];
        }

        return [.. AnswerComplaints(exchange, response).Select(complaint => $"{call}: {complaint}")];
    }

    private static IEnumerable<string> AnswerComplaints(Exchange exchange, IOpenApiResponse response)
    {
        var body = exchange.ResponseBody ?? "";
        if (response.Content is not { Count: > 0 } content)
        {
            return body == "" ? [] : [$"a body is not documented, but there is one of {body.Length} characters"];
        }

        var type = exchange.ResponseHeaders.FirstOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value?.Split(';')[0].Trim();
        if (type is null || !content.TryGetValue(type, out var media))
        {
            return [$"the content type is {type ?? "missing"}, documented as {string.Join(" or ", content.Keys)}"];
        }

        // A file is a file, also where what is in it happens to be JSON.
        if (!type.EndsWith("json", StringComparison.Ordinal) || media.Schema is not { Format: not "binary" } schema)
        {
            return [];
        }

        using var json = JsonDocument.Parse(body);
        return [.. SchemaCheck.Complaints(json.RootElement, schema)];
    }

    private (string Path, OpenApiOperation Operation)? Find(Exchange exchange)
    {
        var asked = exchange.Url.AbsolutePath.Split('/');
        var matches =
            from path in document.Paths
            let template = path.Key.Split('/')
            where template.Length == asked.Length && template.Zip(asked).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second)
            orderby template.Count(part => part.StartsWith('{'))
            from operation in path.Value.Operations ?? []
            where operation.Key.Method == exchange.Method
            select (path.Key, operation.Value);
        return matches.Select(match => ((string, OpenApiOperation)?)match).FirstOrDefault();
    }
}
