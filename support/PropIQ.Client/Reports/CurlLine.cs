using System.Text;

namespace PropIQ.Client.Reports;

/// <summary>A curl command that repeats an exchange, once the reader has put real secrets in the masks' place.</summary>
public static class CurlLine
{
    private const int MostCharacters = 2_000;

    // curl sets these itself, or better than a copy would.
    private static readonly string[] LeftOut = ["Content-Length", "Host", "User-Agent", "Transfer-Encoding", "Connection"];

    /// <summary>The command for one exchange, on one line.</summary>
    public static string For(Exchange exchange)
    {
        var line = new StringBuilder("curl -i");
        line.Append(exchange.Method == "HEAD" ? " --head" : $" -X {exchange.Method}");
        line.Append(' ').Append(Quoted(ExchangeText.Url(exchange.Url)));
        foreach (var (name, value) in exchange.RequestHeaders)
        {
            if (!LeftOut.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                line.Append(" -H ").Append(Quoted($"{name}: {Secrets.InHeader(name, value)}"));
            }
        }

        if (!string.IsNullOrEmpty(exchange.RequestBody))
        {
            var body = Secrets.InBody(exchange.RequestBody, indented: false);
            line.Append(" --data-binary ").Append(body.Length <= MostCharacters ? Quoted(body) : "@body.json");
        }

        return line.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
