using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Pages;

/// <summary>
/// Writes one self-contained HTML file: the embedded front end with any data. The front end's modules stand in an import
/// map as data, so that they are written as ordinary modules and yet need no server and no network.
/// </summary>
public static class PageFile
{
    /// <summary>How data is written for the page: characters that could end a script element are escaped.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Writes a page titled <paramref name="title"/> that the module <paramref name="entry"/> shows.</summary>
    public static void Write<T>(TextWriter output, string title, string entry, T data, IEnumerable<KeyValuePair<string, string>> packed)
    {
        output.Write("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' data:; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
            <title>
            """);
        output.Write(System.Net.WebUtility.HtmlEncode(title));
        output.Write("</title>\n<style>\n");
        output.Write(Resource("page.css"));
        output.Write("</style>\n</head>\n<body>\n<noscript><p>This page needs JavaScript. It works without any network.</p></noscript>\n<div id=\"app\"></div>\n");
        output.Write("<script type=\"application/json\" id=\"data\">");
        output.Write(JsonSerializer.Serialize(data, Json));
        output.Write("</script>\n");
        foreach (var (id, text) in packed)
        {
            output.Write($"<script type=\"text/plain\" id=\"{id}\">{text}</script>\n");
        }

        output.Write("<script type=\"importmap\">");
        output.Write(JsonSerializer.Serialize(new { imports = Modules() }, Json));
        output.Write($"</script>\n<script type=\"module\">import {{ show }} from '{entry}'; show();</script>\n</body>\n</html>\n");
    }

    private static Dictionary<string, string> Modules() => typeof(PageFile).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".js", StringComparison.Ordinal))
        .ToDictionary(
            name => Path.GetFileNameWithoutExtension(name),
            name => "data:text/javascript;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(Resource(name))));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(PageFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in this program."));
        return reader.ReadToEnd();
    }
}
