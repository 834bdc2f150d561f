using FluentAssertions;
using Microsoft.Playwright;
using PropIQ.LivingDocs.Kills;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PropIQ.LivingDocs.Tests.Browser;

/// <summary>A reader who doubts a promise's scenarios sees what turned them red.</summary>
public sealed class ProofPageTests(Chromium chromium)
{
    private static readonly string Run = Reading.Pages.Run(_ => Course.Well);

    [Fact]
    public async Task A_promise_shows_what_it_noticed_and_leads_to_the_scenario()
    {
        await using var page = await Opened.Async(chromium, Run, "#edge/block", kills: Matrix("out of date"));

        var proof = page.Main.Locator("section", new() { HasText = "Proof that it can fail" });
        await Expect(proof).ToContainTextAsync("Turned red by: One analysis <b>more</b> than the plan has is made.");
        await Expect(proof).ToContainTextAsync("The features have changed since");
        await proof.GetByRole(AriaRole.Link, new() { Name = "The sixth" }).ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync("The sixth");
        page.Troubles.Should().BeEmpty();
    }

    [Fact]
    public async Task A_promise_that_nothing_was_tried_on_says_so()
    {
        await using var page = await Opened.Async(chromium, Run, "#edge/unicode", kills: Matrix("now"));

        await Expect(page.Main).ToContainTextAsync("No fault has been tried on this promise.");
    }

    private static string Matrix(string revision) => new KillMatrix(
        DateTimeOffset.UnixEpoch,
        "targeted",
        revision,
        "4711",
        1,
        true,
        [],
        [
            new MatrixRow("block_a_call_late", "One analysis <b>more</b> than the plan has is made.", "allowance", ["block"], ["3.5"], Verdict.Killed, null, 1, "",
                [new CaseProof("block", "limits/free/the-sixth", "he is refused", "he was not")], [], []),
        ]).ToJson();
}
