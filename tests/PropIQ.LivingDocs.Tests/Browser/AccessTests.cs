using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FluentAssertions;
using Microsoft.Playwright;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>The page for people who use a keyboard, a screen reader, a phone or a dark room.</summary>
public sealed class AccessTests(Chromium chromium)
{
    private static readonly string[] Views =
    [
        "", "#promises", "#edge/block", "#plans", "#features", "#feature/limits/free.feature", "#scenario/limits/free/the-sixth", "#clauses", "#clause/3.5", "#since",
        "#steps", "#simulation", "#search?q=free", "#page/GLOSSARY.md",
    ];

    private static readonly string Run = Reading.Pages.Run(scenario => scenario.Name == "The sixth"
        ? new Course(FailsAt: 1, Message: "no", Evidence: """{"exchanges":[{"method":"GET","path":"/x","host":"","at":1772366401001,"ms":1,"status":500,"requestHeaders":["a: b"],"answer":"{}"}]}""")
        : Course.Well);

    // Light on a desk sees every view; a phone in the dark those whose colours and shapes differ most.
    [Theory]
    [InlineData(ColorScheme.Light, 1280, 1)]
    [InlineData(ColorScheme.Dark, 390, 3)]
    public async Task Axe_finds_nothing_to_complain_of(ColorScheme scheme, int width, int every)
    {
        await using var page = await Opened.Async(chromium, Run, options: new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        foreach (var view in Views.Where((_, at) => at % every == 0))
        {
            await page.GoAsync(view);
            await page.Page.EvaluateAsync("document.querySelectorAll('details').forEach((each) => { each.open = true; })");

            var violations = (await page.Page.RunAxe()).Violations;

            violations.Select(Words).Should().BeEmpty("{0} must be usable by everybody", view == "" ? "the first page" : view);
        }

        page.Troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task Nothing_sticks_out_of_a_phone()
    {
        await using var page = await Opened.Async(chromium, Run, options: new() { ViewportSize = new() { Width = 360, Height = 740 } });
        foreach (var view in Views)
        {
            await page.GoAsync(view);
            (await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(360, "{0} must fit", view);
        }
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_first_line_to_the_evidence()
    {
        await using var page = await Opened.Async(chromium, Run);
        foreach (var target in new[] { "a.skip", "a[href='#edge/block']", ".error a", ".steps .evidence summary" })
        {
            for (var presses = 0; presses < 60 && !await page.Page.Locator(target).First.EvaluateAsync<bool>("each => each === document.activeElement"); presses++)
            {
                await page.Page.Keyboard.PressAsync("Tab");
            }

            await Assertions.Expect(page.Page.Locator(target).First).ToBeFocusedAsync();
            await page.Page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Page).ToHaveURLAsync($"{page.Address}#scenario/limits/free/the-sixth");
    }

    private static string Words(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} ({string.Join("; ", violation.Nodes.Take(3).Select(node => $"{node.Html} {node.Any.FirstOrDefault()?.Message}"))})";
}
