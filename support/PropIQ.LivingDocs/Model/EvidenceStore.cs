using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>
/// The scenarios' evidence, each piece packed for itself, so that a page with a thousand of them opens at once and unpacks
/// only what somebody looks at. Bounded: no report of hundreds of megabytes.
/// </summary>
public sealed class EvidenceStore(int mostCharactersEach = 400_000, long mostPackedInAll = 24_000_000)
{
    private const string EvidenceName = "propiq-evidence";

    // Packed, it is no text of the page's, so nothing in it needs to be kept from being one.
    private static readonly JsonSerializerOptions Sparing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<KeyValuePair<string, string>> packed = [];
    private readonly ConcurrentDictionary<Attempt, Piece> prepared = [];
    private long size;

    /// <summary>What has been packed: base64 of gzip of JSON, by id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Packed => packed;

    /// <summary>How many scenarios' evidence was left out since the page would have grown too large.</summary>
    public int LeftOut { get; private set; }

    /// <summary>What the evidence says of the run: target, build, seed; the first that says so.</summary>
    public JsonObject Run { get; } = [];

    /// <summary>Packs what attempts left, on all cores, before they are taken in one by one: most of a page's work.</summary>
    public void Prepare(IEnumerable<Attempt> attempts) =>
        Parallel.ForEach(attempts.Where(attempt => attempt.Attachments.Count > 0), attempt => prepared[attempt] = PieceOf(attempt));

    /// <summary>Takes in what an attempt left.</summary>
    public (string? Id, string? Repeat)? Add(Attempt attempt)
    {
        if (attempt.Attachments.Count == 0)
        {
            return null;
        }

        var piece = prepared.TryRemove(attempt, out var known) ? known : PieceOf(attempt);
        foreach (var member in piece.Run is { } told ? told.EnumerateObject() : default)
        {
            if (!Run.ContainsKey(member.Name))
            {
                Run.Add(member.Name, JsonNode.Parse(member.Value.GetRawText()));
            }
        }

        return (Keep(piece.Text), piece.Repeat);
    }

    private Piece PieceOf(Attempt attempt)
    {
        JsonElement? told = null;
        List<string> lines = [];
        JsonArray files = [];
        foreach (var attachment in attempt.Attachments)
        {
            var body = Text(attachment);
            if (attachment.FileName?.StartsWith(EvidenceName, StringComparison.Ordinal) == true && Parsed(body) is { } json)
            {
                told = json;
            }
            else if (attachment.MediaType?.StartsWith("text/x.cucumber.log", StringComparison.Ordinal) == true)
            {
                lines.Add(Cut(body));
            }
            else
            {
                files.Add(new JsonObject { ["name"] = attachment.FileName, ["type"] = attachment.MediaType, ["body"] = Cut(body) });
            }
        }

        var repeat = Member(told, "repeat", JsonValueKind.String)?.GetString() ?? lines.FirstOrDefault(line => line.Contains("dotnet test", StringComparison.Ordinal));
        return new(Member(told, "run", JsonValueKind.Object), repeat, Pack(new { told, lines, files }));
    }

    private static JsonElement? Member(JsonElement? told, string name, JsonValueKind kind) =>
        told is { ValueKind: JsonValueKind.Object } all && all.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    private static string Pack(object evidence)
    {
        var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(zip, evidence, Sparing);
        }

        return Convert.ToBase64String(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private string? Keep(string text)
    {
        if (size + text.Length > mostPackedInAll)
        {
            LeftOut++;
            return null;
        }

        size += text.Length;
        packed.Add(KeyValuePair.Create($"evidence-{packed.Count}", text));
        return packed[^1].Key;
    }

    private string Cut(string text) => text.Length <= mostCharactersEach ? text : $"{text[..mostCharactersEach]}… ({text.Length} characters in all)";

    private static string Text(Attachment attachment)
    {
        try
        {
            return attachment.ContentEncoding == "BASE64" ? Encoding.UTF8.GetString(Convert.FromBase64String(attachment.Body ?? "")) : attachment.Body ?? "";
        }
        catch (FormatException)
        {
            return attachment.Body ?? "";
        }
    }

    private JsonElement? Parsed(string body)
    {
        try
        {
            return body.Length <= mostCharactersEach ? JsonElement.Parse(body) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Piece(JsonElement? Run, string? Repeat, string Text);
}
