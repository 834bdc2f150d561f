namespace PropIQ.ReferenceApi.Home;

/// <summary>The page at / (clause 8.6).</summary>
public interface IHomePage
{
    /// <summary>The whole page.</summary>
    string Html { get; }
}

/// <summary>A few words, and Microsoft Clarity's tag with PropIQ's project.</summary>
public sealed class HomePage : IHomePage
{
    private const string ClarityProject = "tts5hc8zf8";

    /// <inheritdoc />
    public string Html =>
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>PropIQ</title>
          <script type="text/javascript">
            (function(c,l,a,r,i,t,y){
              c[a]=c[a]||function(){(c[a].q=c[a].q||[]).push(arguments)};
              t=l.createElement(r);t.async=1;t.src="https://www.clarity.ms/tag/"+i;
              y=l.getElementsByTagName(r)[0];y.parentNode.insertBefore(t,y);
            })(window, document, "clarity", "script", "{{ClarityProject}}");
          </script>
        </head>
        <body>
          <h1>PropIQ</h1>
          <p>Paste an address, see how the deal scores. The API is described at <a href="/openapi/v1.json">/openapi/v1.json</a>.</p>
        </body>
        </html>
        """;
}
