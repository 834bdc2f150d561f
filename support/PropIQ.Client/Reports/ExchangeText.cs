using System.Globalization;
using System.Net;
using System.Text;

namespace PropIQ.Client.Reports;

/// <summary>An exchange as people read it: request, answer, and a curl line that repeats it, secrets masked, sizes bounded.</summary>
public static class ExchangeText
{
    /// <summary>The most characters of one body that are shown.</summary>
    public const int MostCharacters = 8_000;

    /// <summary>Renders one exchange.</summary>
    public static string Render(Exchange exchange)
    {
        var text = new StringBuilder();
        var milliseconds = exchange.Duration.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
        text.Append(CultureInfo.InvariantCulture, $"{exchange.Method} {Url(exchange.Url)}   at {exchange.StartedAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}\n");
        AddHeaders(text, "> ", exchange.RequestHeaders);
        AddBody(text, exchange.RequestBody);
        text.Append(exchange.Status is { } status
            ? string.Create(CultureInfo.InvariantCulture, $"answered {(int)status}{Name(status)} after {milliseconds} ms\n")
            : string.Create(CultureInfo.InvariantCulture, $"no answer after {milliseconds} ms\n"));
        AddHeaders(text, "< ", exchange.ResponseHeaders);
        AddBody(text, exchange.ResponseBody);
        if (exchange.TransportError is { } error)
        {
            text.Append(CultureInfo.InvariantCulture, $"failed: {Secrets.InText(error)}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"again: {CurlLine.For(exchange)}\n").ToString();
    }

    /// <summary>A URL without secrets in its query.</summary>
    internal static string Url(Uri url) => Secrets.InText(url.UserInfo == "" ? url.AbsoluteUri : url.AbsoluteUri.Replace($"{url.UserInfo}@", "", StringComparison.Ordinal));

    /// <summary>A body without secrets, cut to a bearable length.</summary>
    internal static string Body(string body, bool indented = true)
    {
        var shown = Secrets.InBody(body, indented);
        return shown.Length <= MostCharacters
            ? shown
            : string.Create(CultureInfo.InvariantCulture, $"{shown.AsSpan(0, MostCharacters)}… ({shown.Length:N0} characters in all)");
    }

    private static string Name(HttpStatusCode status) => Enum.IsDefined(status) ? $" {status}" : "";

    private static void AddHeaders(StringBuilder text, string mark, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mark}{name}: {Secrets.InHeader(name, value)}\n");
        }
    }

    private static void AddBody(StringBuilder text, string? body)
    {
        if (!string.IsNullOrEmpty(body))
        {
            text.Append(Body(body)).Append('\n');
        }
    }
}
