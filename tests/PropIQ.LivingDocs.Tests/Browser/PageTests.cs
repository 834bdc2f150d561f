using FluentAssertions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>What a reader does with the page.</summary>
public sealed class PageTests(Chromium chromium)
{
    private const string Evidence = """
        {"run":{"target":"sandbox","build":"PropIQ 1.0.0","seed":"4711"},"repeat":"PROPIQ_SEED=4711 dotnet test …","people":[{"name":"Frank","email":"frank@simulated.propiq.test"}],
         "exchanges":[{"method":"POST","path":"/propiq/analyze","host":"http://127.0.0.1:5000","at":1772366401000,"ms":12.5,"status":200,"requestHeaders":["Authorization: Bearer ***","Host: x"],
           "request":"{\"address\":\"<img src=x onerror=alert(1)>\"}","answerHeaders":[],"answer":"{\"deal_score\":71}"}],
         "stripe":[{"type":"invoice.payment_failed","note":"sent, PropIQ answered 200","body":"{\"id\":\"evt_1\"}"}],"slack":[],"emails":[]}
        """;

    private static readonly Course Failing = new(FailsAt: 0, Message: "Frank should have been refused, but PropIQ answered <b>200</b>", Evidence: Evidence);
    private static readonly string Failed = Pages(scenario => scenario == "The sixth" ? Failing : new Course(Evidence: Evidence));

    [Fact]
    public async Task The_first_line_says_what_is_broken_and_whom_it_hurts()
    {
        await using var page = await Opened.Async(chromium, Failed);

        await Expect(page.Heading).ToHaveTextAsync("1 of 4 promises is broken: 1 critical. Hurt: Frank.");
        await Expect(page.Main).ToContainTextAsync("Frank analyses for nothing, and PropIQ pays.");
        await Expect(page.Main).ToContainTextAsync("PropIQ 1.0.0");
        await Expect(page.Main).ToContainTextAsync("The real Stripe.");
        page.Troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task A_case_is_two_clicks_away_and_a_failing_steps_evidence_one_more()
    {
        await using var page = await Opened.Async(chromium, Failed);

        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Promises", Exact = false }).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Free tier hard block" }).ClickAsync();
        await Expect(page.Page).ToHaveURLAsync($"{page.Address}#edge/block");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "Steps and evidence" }).ClickAsync();

        var step = page.Page.Locator(".steps > li.broken");
        await Expect(step).ToContainTextAsync("PropIQ answered <b>200</b>");
        await Expect(step.Locator("details.evidence")).ToHaveAttributeAsync("open", "");
        await step.Locator("summary", new() { HasText = "/propiq/analyze" }).ClickAsync();
        await Expect(step).ToContainTextAsync("\"deal_score\": 71");
        await Expect(step).ToContainTextAsync("curl -i -X POST 'http://127.0.0.1:5000/propiq/analyze' -H 'Authorization: Bearer ***' --data-binary");
        await Expect(page.Main).ToContainTextAsync("PROPIQ_SEED=4711 dotnet test");
        await page.Page.Locator("summary", new() { HasText = "Stripe events (1)" }).ClickAsync();
        await Expect(page.Main).ToContainTextAsync("invoice.payment_failed");
        page.Troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task Search_finds_words_wherever_they_stand()
    {
        await using var page = await Opened.Async(chromium, Failed);
        foreach (var (words, found) in new[]
        {
            ("cafe", "Addresses like Café"), ("SIXTH frank", "The sixth"), ("東京", "in 東京"), ("upgrade to continue", "Free tier limit reached."),
        })
        {
            await page.Page.Keyboard.PressAsync("/");
            await page.Page.Keyboard.TypeAsync(words);

            await Expect(page.Main.Locator(".rows").Filter(new() { HasText = found }).First).ToBeVisibleAsync();
            await Expect(page.Page.Locator("#search")).ToBeFocusedAsync();
            await page.Page.Keyboard.PressAsync("Escape");
            await Expect(page.Heading).ToContainTextAsync("promises is broken");
            await page.Heading.FocusAsync();
        }
    }

    [Fact]
    public async Task Filters_narrow_the_matrix_and_stand_in_the_address()
    {
        await using var page = await Opened.Async(chromium, Failed, "#promises");
        var rows = page.Page.Locator(".matrix tbody tr:not(.group)");
        await Expect(rows).ToHaveCountAsync(4);

        await page.Page.Locator("select[name=persona]").SelectOptionAsync("Frank");
        await Expect(rows).ToHaveCountAsync(2);
        await page.Page.Locator("select[name=status]").SelectOptionAsync("broken");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(page.Page).ToHaveURLAsync($"{page.Address}#promises?persona=Frank&status=broken");

        await page.GoAsync("#promises?severity=high&q=nobody");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(rows).ToContainTextAsync(["Something forgotten"]);
    }

    [Fact]
    public async Task Links_into_the_page_lead_to_their_place()
    {
        await using var page = await Opened.Async(chromium, Failed);
        foreach (var (hash, heading) in new[]
        {
            ("#edge/warning", "Free tier warning"), ("#clause/3.5", "3.5 the block"), ("#scenario/limits/free/warned-at-used/4", "Warned at 4"),
            ("#feature/limits/free.feature", "Free"), ("#page/GLOSSARY.md", "Glossary"), ("#edge/no-such", "No such promise"),
            ("#scenario/%E0%A4%A", "No such scenario"), ("#constructor", "1 of 4 promises"),
        })
        {
            await page.GoAsync(hash);

            await Expect(page.Heading).ToContainTextAsync(heading);
        }

        page.Troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task What_looks_like_html_or_script_is_text()
    {
        await using var page = await Opened.Async(chromium, Failed, "#scenario/limits/free/caf%C3%A9-b-r%C3%A9sidence-b-in-%E6%9D%B1%E4%BA%AC-script-alert-x-script");
        await Expect(page.Heading).ToHaveTextAsync("Café <b>Résidence</b> in 東京 <script>alert('x')</script>");
        await page.Page.Locator("summary", new() { HasText = "Asked and answered" }).ClickAsync();
        await page.Page.Locator("summary", new() { HasText = "/propiq/analyze" }).Last.ClickAsync();
        await Expect(page.Main).ToContainTextAsync("<img src=x onerror=alert(1)>");

        await page.GoAsync("#page/GLOSSARY.md");
        await Expect(page.Main).ToContainTextAsync("<script>alert('page')</script>");
        page.Troubles.Should().BeEmpty();
        (await page.Page.Locator("main script, main img, main b:has-text('Résidence')").CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_says_so_and_lists_everything()
    {
        var messages = new RunWriter().Feature(Sample.Uri, Sample.Feature, scenario => scenario.Name == "The sixth" ? new Course(EndsBefore: 1) : null).CutOff();
        await using var page = await Opened.Async(chromium, messages);

        await Expect(page.Main).ToContainTextAsync("The run was cut off before its end.");
        await page.GoAsync("#feature/limits/free.feature");
        await Expect(page.Main.GetByRole(AriaRole.Link)).ToHaveCountAsync(4);
        await Expect(page.Main).ToContainTextAsync("Not run");
        await page.GoAsync("#scenario/limits/free/the-sixth");
        await Expect(page.Main).ToContainTextAsync("The run ended in the midst of this scenario.");
    }

    [Fact]
    public async Task A_preparation_that_failed_is_told_where_its_scenarios_are()
    {
        var messages = new RunWriter().FailedHook("PrepareTheFeature", "The house is on fire").Feature(Sample.Uri, Sample.Feature, _ => null).Ended(success: false);
        await using var page = await Opened.Async(chromium, messages);

        await Expect(page.Main).ToContainTextAsync("The house is on fire");
        await page.GoAsync("#scenario/limits/free/the-sixth");
        await Expect(page.Main).ToContainTextAsync("A preparation failed: The house is on fire");
    }

    [Fact]
    public async Task The_simulators_report_stands_in_the_same_place()
    {
        const string report = """{"simulation_summary":{"total_users":5,"conversion_rate":"40.0%"},"user_results":[{"name":"Frank","conversion":true}],"edge_cases_triggered":["block","<i>x</i>"],"more":{"a":[1]}}""";
        await using var page = await Opened.Async(chromium, Failed, "#simulation", simulation: report);

        await Expect(page.Main).ToContainTextAsync("40.0%");
        await Expect(page.Main).ToContainTextAsync("<i>x</i>");
        await Expect(page.Main.GetByRole(AriaRole.Link, new() { Name = "Free tier hard block" })).ToBeVisibleAsync();
    }

    private static string Pages(Func<string, Course?> play) => Reading.Pages.Run(scenario => play(scenario.Name));
}
