using System.Globalization;
using System.Text;
using FluentAssertions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>A thousand scenarios, each with evidence.</summary>
public sealed class SizeTests(Chromium chromium, ITestOutputHelper output)
{
    private const int Scenarios = 1_000;
    private static readonly string Evidence = $$"""{"exchanges":[{{string.Join(',', Enumerable.Range(0, 12).Select(number =>
        $$"""{"method":"POST","path":"/propiq/analyze?n={{number}}","host":"","at":0,"ms":5,"status":200,"requestHeaders":[],"request":"{\"address\":\"{{number}} Main St\"}","answer":"{{new string('x', 1_500)}}"}"""))}}]}""";

    [Fact]
    public async Task A_thousand_scenarios_are_interactive_within_two_seconds()
    {
        var run = new RunWriter();
        for (var feature = 0; feature < Scenarios / 20; feature++)
        {
            run.Feature($"Features/many/f{feature}.feature", Many(feature), scenario => scenario.Name.EndsWith('7') ? new Course(FailsAt: 1, Message: "no", Evidence: Evidence) : new Course(Evidence: Evidence));
        }

        await using var page = await Opened.Async(chromium, run.Ended());
        await using var work = await PageWork.OfAsync(page.Page);

        var size = new FileInfo(new Uri(page.Address).LocalPath).Length;
        output.WriteLine($"{size / 1024:N0} KB");
        size.Should().BeLessThan(8_000_000, "evidence is packed");

        var atFirst = await work.SoFarAsync();
        await page.ReloadAsync();
        var ready = await work.SoFarAsync() - atFirst;
        output.WriteLine($"interactive after {ready.TotalMilliseconds:N0} ms");
        ready.Should().BeLessThan(TimeSpan.FromSeconds(2));

        foreach (var view in new[] { "#features", "#promises", "#steps", "#search?q=scenario 777" })
        {
            var before = await work.SoFarAsync();
            await page.Page.EvaluateAsync("async hash => { location.hash = hash; await new Promise((done) => requestAnimationFrame(() => setTimeout(done))); }", view);
            var took = await work.SoFarAsync() - before;
            output.WriteLine($"{view} after {took.TotalMilliseconds:N0} ms");
            took.Should().BeLessThan(TimeSpan.FromSeconds(1), "{0} must come at once", view);
        }

        await Expect(page.Main.Locator(".rows a").First).ToContainTextAsync("777");
        page.Troubles.Should().BeEmpty();
    }

    private static string Many(int feature)
    {
        var text = new StringBuilder($"Feature: Number {feature}\n\n  Rule: A rule\n");
        for (var scenario = 0; scenario < 20; scenario++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    Scenario: Scenario {(feature * 20) + scenario}\n      Given Frank has analysed {scenario} properties\n      When he analyses one more\n      Then his profile says {scenario + 1} of 60\n");
        }

        return text.ToString();
    }
}
