using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Inbox;
using PropIQ.Sandbox.Commands;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Commands;

/// <summary>What cannot be run is said at once, with what to do.</summary>
public sealed class RunRefusalTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly StringWriter _said = new();
    private readonly string _health = $"http://127.0.0.1:{Ports.Free()}/health";

    [Fact]
    public async Task A_build_that_ends_before_it_is_healthy_is_shown_without_its_secrets()
    {
        var code = await RunAsync(["--suite", "true"], "sh", "-c", "echo cannot find module express; echo $JWT_SECRET $DATABASE_URL; exit 3");

        code.Should().Be(69);
        Said.Should().Contain("PropIQ exited with 3 before it was healthy.").And.Contain("  | cannot find module express")
            .And.MatchRegex(@"\| \*\*\* postgres://propiq:\*\*\*@127");
    }

    [Fact]
    public async Task A_build_that_never_becomes_healthy_is_waited_for_so_long()
    {
        var code = await RunAsync(["--up-within", "1", "--suite", "true"], "sh", "-c", "echo thinking; sleep 600");

        code.Should().Be(69);
        Said.Should().Contain("PropIQ was not healthy within 1 s").And.Contain("nobody answered").And.Contain("  | thinking").And.Contain("--up-within");
    }

    [Fact]
    public async Task An_address_that_somebody_has_already_is_not_judged()
    {
        await using var other = await MockEndpoint.StartAsync(InboxMock.Slack(), TestContext.Current.CancellationToken);

        var code = await SandboxAsync("run", "--health", $"{other.Url}health", "--suite", "true", "--", "true");

        code.Should().Be(64);
        Said.Should().Contain("Somebody answers at").And.Contain("already");
    }

    [Theory]
    [InlineData("Say after \"--\" what starts PropIQ", "run", "--health", "http://127.0.0.1:1/health")]
    [InlineData("Say after \"--\" what starts PropIQ", "run", "--health", "http://127.0.0.1:1/health", "--")]
    [InlineData("--health is missing", "run", "--", "npm", "start")]
    [InlineData("--health: \"8000\" is no address", "run", "--health", "8000", "--", "npm", "start")]
    [InlineData("there is no file nowhere.yaml", "run", "--health", "http://127.0.0.1:1/health", "--target", "nowhere.yaml", "--", "npm", "start")]
    [InlineData("--up-within takes seconds", "run", "--health", "http://127.0.0.1:1/health", "--up-within", "0", "--", "npm", "start")]
    [InlineData("--format", "up", "--format", "toml")]
    [InlineData("--email", "pay")]
    [InlineData("'lunch'", "link", "lunch", "gone")]
    [InlineData("'tired'", "link", "database", "tired")]
    [InlineData("\"--help\" shows what there is", "dance")]
    [InlineData("nowhere.env does not tell of a sandbox", "status", "--env-file", "nowhere.env")]
    public async Task Input_that_cannot_be_used_is_said(string complaint, params string[] arguments)
    {
        (await SandboxAsync(arguments)).Should().Be(64);

        Said.Should().Contain(complaint);
    }

    public void Dispose() => _scratch.Dispose();

    private string Said => _said.ToString();

    private Task<int> RunAsync(string[] options, params string[] build) =>
        SandboxAsync(["run", "--health", _health, "--log", _scratch["propiq.log"], .. options, "--", .. build]);

    private Task<int> SandboxAsync(params string[] arguments) =>
        SandboxApp.RunAsync(arguments, new Screen(_said, _said), TestContext.Current.CancellationToken);
}
