using System.Text;
using FluentAssertions;
using Xunit;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>Secrets that a run uses reach none of its outputs.</summary>
public sealed class SecrecyTests(Stand stand) : IClassFixture<Stand>
{
    [Fact]
    public async Task No_output_of_a_run_holds_a_secret_in_any_form()
    {
        var secrets = stand.EverySecret();
        await using var gateway = await stand.GatewayAsync();

        using var run = await Stand.PlayAsync(
            $"base_url: {gateway.Url}\n{Stand.Spelling}", secrets, "--filter-trait", "FeatureTitle=Putting people where a story begins", "FeatureTitle=The test bench", "FeatureTitle=Access tokens", "Category=own-host");

        run.Ended("passed").Should().NotBeEmpty(run.Output);
        var texts = Directory.EnumerateFiles(Path.Combine(run.Folder, "TestResults"), "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileName(file), Text: File.ReadAllText(file))).Append((Name: "console", Text: run.Output)).ToList();
        texts.Should().HaveCountGreaterThan(5);
        foreach (var (name, secret) in secrets.Where(each => each.Key != "PROPIQ_DIRECTOR"))
        {
            foreach (var form in Forms(secret))
            {
                texts.Where(text => text.Text.Contains(form, StringComparison.Ordinal)).Select(text => text.Name).Should().BeEmpty("{0} must be nobody's to read", name);
            }
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_told_once_without_telling_it()
    {
        await using var gateway = await stand.GatewayAsync();
        const string Wrong = "wrong-testing-secret-8Ht2";

        using var run = await Stand.PlayAsync($"base_url: {gateway.Url}\n{Stand.Spelling}", new() { ["PROPIQ_TESTING_SECRET"] = Wrong }, "--filter-trait", "FeatureTitle=Idle sessions");

        run.Ended("failed").Should().ContainSingle().Which.Message.Should().Contain("declares \"clock\"").And.Contain("Is it switched on");
        run.Ended("skipped").Should().NotBeEmpty().And.OnlyContain(test => test.Status == "skipped");
        run.Output.Should().NotContain(Wrong);
    }

    // As it is, and as base64 or a URL would carry it; of base64 what does not depend on what stands beside it.
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        for (var before = 0; before < 3; before++)
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string(' ', before) + secret));
            yield return text[(before == 0 ? 0 : 4)..^4];
        }
    }
}
