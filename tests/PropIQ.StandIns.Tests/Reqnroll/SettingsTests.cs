using FluentAssertions;
using Reqnroll;
using Reqnroll.Engine;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What reqnroll.json and the environment say.</summary>
public sealed class SettingsTests
{
    /// <summary>The file's settings, with comments and trailing commas as people write them.</summary>
    [Fact]
    public void The_file_is_read()
    {
        var settings = Settings.Parse(
            """
            {
              // where the steps are
              "bindingAssemblies": [ { "assembly": "A.Steps" }, { "assembly": "B.Steps" }, ],
              "language": { "binding": "de-DE" },
              "runtime": { "missingOrPendingStepsOutcome": "Error" },
              "formatters": { "message": { "outputFilePath": "reports/run.ndjson" }, "html": { "outputFilePath": "x.html" } }
            }
            """,
            "reqnroll.json",
            _ => null);

        settings.BindingAssemblies.Should().Equal("A.Steps", "B.Steps");
        settings.BindingCulture!.Name.Should().Be("de-DE");
        settings.MissingOrPendingStepsOutcome.Should().Be(MissingOrPendingStepsOutcome.Error);
        settings.MessagesPath.Should().Be("reports/run.ndjson");
        settings.IsDryRun.Should().BeFalse();
    }

    /// <summary>The environment has the last word about messages.</summary>
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("a.ndjson", null, "a.ndjson")]
    [InlineData("a.ndjson", "false", null)]
    [InlineData("a.ndjson", "true", "a.ndjson")]
    [InlineData(null, "true", "reqnroll_report.ndjson")]
    [InlineData("a.ndjson", "outputFilePath=b.ndjson", "b.ndjson")]
    [InlineData(null, "other=1; outputFilePath=b=c.ndjson", "b=c.ndjson")]
    public void The_environment_overrides_the_messages(string? configured, string? variable, string? expected)
    {
        var json = configured is null ? "{}" : $$"""{ "formatters": { "message": { "outputFilePath": "{{configured}}" } } }""";

        Settings.Parse(json, "", name => name == "REQNROLL_FORMATTERS_MESSAGE" ? variable : null).MessagesPath.Should().Be(expected);
    }

    /// <summary>A dry run is asked for by the environment.</summary>
    [Fact]
    public void The_environment_asks_for_a_dry_run()
        => Settings.Parse("{}", "", name => name == "REQNROLL_DRY_RUN" ? "true" : null).IsDryRun.Should().BeTrue();

    /// <summary>A file that cannot be used is named.</summary>
    [Theory]
    [InlineData("{", null)]
    [InlineData("""{ "runtime": { "missingOrPendingStepsOutcome": "Perhaps" } }""", null)]
    [InlineData("""{ "language": { "binding": "not a culture!" } }""", null)]
    [InlineData("{}", "b.ndjson")]
    public void What_cannot_be_used_is_named(string json, string? variable)
        => FluentActions.Invoking(() => Settings.Parse(json, "/there/reqnroll.json", name => name.EndsWith("MESSAGE", StringComparison.Ordinal) ? variable : null))
            .Should().Throw<ReqnrollException>().WithMessage("/there/reqnroll.json cannot be used: *");

    /// <summary>Without a file, the defaults hold.</summary>
    [Fact]
    public void Without_a_file_the_defaults_hold()
        => Settings.Load(Path.GetTempPath(), _ => null).Should().BeEquivalentTo(new Settings());
}
