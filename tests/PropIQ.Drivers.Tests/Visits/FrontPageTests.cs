using PropIQ.Client.Contract;
using PropIQ.Drivers.Visits;
using Xunit;

namespace PropIQ.Drivers.Tests.Visits;

public sealed class FrontPageTests
{
    private const string NoScript = "The front page should load Clarity's script, but does not";
    private const string NoProject = "The front page should tell Clarity's project tts5hc8zf8 of visits, but names it in no script";

    [Theory]
    [InlineData("""<script>load("https://www.clarity.ms/tag/tts5hc8zf8")</script>""")]
    [InlineData("<SCRIPT>\nload('https://www.Clarity.ms/tag/' + i)</SCRIPT> <script>i = 'tts5hc8zf8'</script>")]
    [InlineData("<!-- Clarity --><script src=\"https://www.clarity.ms/tag/tts5hc8zf8\"></script><!-- -->")]
    public void A_page_loads_Claritys_script_for_its_project(string html) => Verdicts.Holds(() => Judge(html));

    [Theory]
    [InlineData("<p>clarity.ms/tag/tts5hc8zf8</p>", NoScript)]
    [InlineData("<!--\n<script>clarity.ms/tag/tts5hc8zf8</script>\n-->", NoScript)]
    [InlineData("<script>tts5hc8zf8</script>", NoScript)]
    [InlineData("<script>clarity.ms/tag/</script><p>tts5hc8zf8</p><script></script>", NoProject)]
    [InlineData("<script>clarity.ms/tag/tts5hc8zf80</script>", NoProject)]
    [InlineData("<script>clarity.ms/tag/atts5hc8zf8</script>", NoProject)]
    [InlineData("<script>clarity.ms/tag/<!-- tts5hc8zf8 --></script>", NoProject)]
    public void A_page_that_does_not_is_told(string html, string sentence) => Verdicts.Fails(() => Judge(html), sentence);

    private static void Judge(string html) =>
        FrontPageDriver.ShouldTellClarity(Made.Person().Having(Made.Worked(new HomePage(html), exchange: Made.Exchange(type: "text/html"))), "tts5hc8zf8");
}
