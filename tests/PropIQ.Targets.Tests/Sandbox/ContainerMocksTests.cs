using FluentAssertions;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Standing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox;

/// <summary>The mocks in a container. Where there is no Docker, that it says so.</summary>
public sealed class ContainerMocksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_docker_it_says_what_to_do()
    {
        Assert.SkipWhen(DockerAnswers(), "There is a Docker here.");

        var starting = () => StandingSandbox.StartAsync(new SandboxOptions { Mocks = MocksPlace.Container }, new Uri("http://127.0.0.1:9/"), Stop);

        (await starting.Should().ThrowAsync<SandboxException>()).WithMessage("The mocks cannot run in a container: *Docker*Or unset PROPIQ_MOCKS to have them in the sandbox's own process.");
    }

    [Fact]
    public async Task With_a_docker_they_are_reached_and_directed()
    {
        Assert.SkipUnless(DockerAnswers(), "There is no Docker here: needs one that answers.");

        await using var mocks = await ContainerMocks.StartAsync(new SandboxOptions(), Stop);

        using var http = new HttpClient();
        await http.PostAsync(mocks.SlackWebhookUrl, new StringContent("""{"text":"hello from frank"}"""), Stop);
        (await mocks.Slack.ContainingAsync("frank", Stop)).Should().ContainSingle();
        mocks.AsReachedFromMocks(new Uri("http://127.0.0.1:8000/stripe/webhook")).Should().Be(new Uri("http://host.docker.internal:8000/stripe/webhook"));
    }

    private static bool DockerAnswers()
    {
        try
        {
            using var docker = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("docker", "version") { RedirectStandardOutput = true, RedirectStandardError = true })!;
            docker.WaitForExit();
            return docker.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
