using System.Text;
using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class LookingTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Free_sees_its_newest_ten_and_finds_older_ones_by_id()
    {
        using var will = await PatronAsync("free", 5, 13);

        var history = await will.HistoryAsync(limit: 100);

        history.Should().BeEquivalentTo(new { Total = 13, Limit = 100, Truncated = true });
        history.Items!.Select(item => item.Address).Should().Equal(Enumerable.Range(4, 10).Reverse().Select(number => $"{number} Seeded St, Austin, TX 787{number:00}"));
        history.Items.Should().OnlyContain(item => item.DealScore >= 0 && item.DealRating != null);
        (await will.HistoryAsync(offset: 8)).Items.Should().HaveCount(2);
        (await will.HistoryAsync(offset: 10)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Paid_plans_see_everything_page_by_page_newest_first_even_when_time_stands_still()
    {
        using var rita = await PatronAsync("pro", 3, 25);
        foreach (var number in Enumerable.Range(1, 3))
        {
            (await rita.AnalyzeAsync($"{number} New St, Austin, TX 78701")).Status.Should().Be(200);
        }

        var first = await rita.HistoryAsync();
        var second = await rita.HistoryAsync(offset: 20);

        first.Should().BeEquivalentTo(new { Total = 28, Limit = 20, Truncated = false });
        first.Items!.Take(3).Select(item => item.Address).Should().Equal([.. new[] { 3, 2, 1 }.Select(number => $"{number} New St, Austin, TX 78701")]);
        first.Items!.Concat(second.Items!).Select(item => item.AnalysisId).Distinct().Should().HaveCount(28);
        second.Items!.Last().Address.Should().StartWith("1 Seeded St");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=ten")]
    [InlineData("limit=")]
    [InlineData("limit=5.0")]
    [InlineData("limit=5&limit=6")]
    [InlineData("offset=-1")]
    [InlineData("offset=99999999999999999999")]
    [InlineData("offset=%201")]
    public async Task Odd_pages_are_refused(string query)
    {
        using var will = await PatronAsync("free", 1);

        (await will.GetAsync("/propiq/history?" + query)).ShouldBeRefused(422, "invalid_paging");
    }

    [Fact]
    public async Task What_is_someone_else_s_or_no_id_at_all_is_not_found()
    {
        using var will = await PatronAsync("starter", 2);
        using var rita = await PatronAsync("starter", 2);
        var (his, hers) = ((await will.HistoryAsync()).Items![0].AnalysisId!.Text, (await rita.HistoryAsync()).Items![0].AnalysisId!.Text);

        (await will.Client.GetAnalysisAsync(will.Token, his, Cancelled)).Value!.AnalysisId!.Text.Should().Be(his);
        foreach (var id in new[] { hers, Guid.NewGuid().ToString(), "1", "%00", his.Replace("-", "", StringComparison.Ordinal) })
        {
            (await will.Client.GetAnalysisAsync(will.Token, id, Cancelled)).ShouldBeRefused(404, "not_found");
            (await will.Client.ExportAsync(will.Token, new ExportOrder("csv", AnalysisIds: [his, id]), Cancelled)).ShouldBeRefused(404, "not_found");
            (await will.Client.CompareAsync(will.Token, [his, id], Cancelled)).ShouldBeRefused(404, "not_found");
        }
    }

    [Theory]
    [InlineData("""{"format": "csv"}""")]
    [InlineData("""{"format": "xlsx", "count": 1}""")]
    [InlineData("""{"count": 1}""")]
    [InlineData("""{"format": "csv", "count": 0}""")]
    [InlineData("""{"format": "csv", "count": 501}""")]
    [InlineData("""{"format": "csv", "count": 1.5}""")]
    [InlineData("""{"format": "csv", "count": "1"}""")]
    [InlineData("""{"format": "csv", "analysis_ids": []}""")]
    [InlineData("""{"format": "csv", "analysis_ids": [1]}""")]
    [InlineData("""{"format": "csv", "analysis_ids": "x"}""")]
    [InlineData("""{"format": "csv", "count": 1, "analysis_ids": ["x"]}""")]
    public async Task Odd_exports_are_refused_on_every_plan(string json)
    {
        using var will = await PatronAsync("free", 1);

        (await will.PostAsync("/propiq/export", json)).ShouldBeRefused(422, "invalid_export");
    }

    [Fact]
    public async Task Free_does_not_export()
    {
        using var will = await PatronAsync("free", 1);

        (await will.PostAsync("/propiq/export", """{"format": "csv", "analysis_ids": ["x"]}"""))
            .ShouldBeRefused(403, "export_requires_paid_plan", "Export feature requires paid subscription");
    }

    [Fact]
    public async Task An_export_is_one_file_of_what_there_is()
    {
        using var ben = await PatronAsync("pro", 8);
        var ids = (await ben.HistoryAsync()).Items!.Select(item => item.AnalysisId!.Text).ToList();

        var json = (await ben.Client.ExportAsync(ben.Token, new ExportOrder("json", Count: 50), Cancelled)).Value!;
        json.Should().BeEquivalentTo(new { ExportedCount = 8, FileName = "propiq-analyses-2031-03-15.json" });
        JsonDocument.Parse(json.Content).RootElement.EnumerateArray().Select(item => item.GetProperty("analysis_id").GetString()).Should().Equal(ids);

        var csv = (await ben.Client.ExportAsync(ben.Token, new ExportOrder("csv", AnalysisIds: [ids[3], ids[1], ids[3]]), Cancelled)).Value!;
        csv.ExportedCount.Should().Be(2);
        Encoding.UTF8.GetString(csv.Content).Should().ContainAll(ids[3], ids[1]);

        var pdf = (await ben.Client.ExportAsync(ben.Token, new ExportOrder("pdf", Count: 3), Cancelled)).Value!;
        pdf.ExportedCount.Should().Be(3);
        pdf.ContentType.Should().Be("application/pdf");
    }

    [Fact]
    public async Task A_comparison_puts_the_best_first()
    {
        using var paula = await PatronAsync("elite", 0);
        var ids = new List<string>();
        foreach (var score in new[] { 40m, 90.5m, 40m })
        {
            await paula.Ai.SayAsync(paula.Id, new AiScript(DealScore: score), Cancelled);
            ids.Add((await paula.AnalyzeAsync($"{ids.Count} Rank St, Austin, TX 78701")).Value!.AnalysisId!.Text);
        }

        var comparison = (await paula.Client.CompareAsync(paula.Token, [ids[2], ids[0], ids[1]], Cancelled)).Value!;

        comparison.BestId!.Text.Should().Be(ids[1]);
        comparison.Ranking!.Select(place => place.AnalysisId!.Text).Should().Equal(ids[1], ids[0], ids[2]);
        foreach (var odd in new[] { "[]", $"[\"{ids[0]}\"]", $"[\"{ids[0]}\", \"{ids[0]}\"]", "[1, 2]", "null", "[" + string.Join(',', Enumerable.Range(1, 11).Select(number => $"\"{number}\"")) + "]" })
        {
            (await paula.PostAsync("/propiq/compare", $$"""{"property_ids": {{odd}}}""")).ShouldBeRefused(422, "invalid_comparison");
        }
    }

    [Fact]
    public async Task Weights_and_Biases_hears_of_each_stored_analysis()
    {
        using var paula = await PatronAsync("elite", 0);
        var analysis = (await paula.AnalyzeAsync($"{paula.Id} Wandb St")).Value!;
        await paula.DrainAsync();

        var message = (await paula.Host.Wandb.ContainingAsync(paula.Id, Cancelled)).Should().ContainSingle().Subject;
        message.Path.Should().EndWith("/propiq-analysis");
        var row = JsonDocument.Parse(message.Body).RootElement;
        row.GetProperty("user_tier").GetString().Should().Be("elite");
        row.GetProperty("property_address").GetString().Should().Be(analysis.Address);
        row.GetProperty("analysis_cost").GetDecimal().Should().Be(analysis.CostUsd!.Value);
        row.GetProperty("tokens_used").GetInt32().Should().Be(analysis.Tokens!.Input!.Value + analysis.Tokens.Output!.Value);
        row.GetProperty("deal_score").GetDecimal().Should().Be(analysis.DealScore!.Value);
        row.GetProperty("session_id").GetString().Should().NotBeNullOrEmpty();
    }

    private async Task<Patron> PatronAsync(string tier, int used, int? history = null) =>
        await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used, history);
}
