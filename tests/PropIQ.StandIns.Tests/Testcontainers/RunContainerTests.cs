using System.Net;
using System.Net.Sockets;
using System.Text;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using FluentAssertions;
using Testcontainers.PostgreSql.Docker;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>Images that are built and containers that are run by the docker command, with a script in its place.</summary>
public sealed class RunContainerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_built_from_its_folder_with_its_arguments()
    {
        using var docker = new FakeDocker("build) echo ready ;;");

        await Image(docker).WithName("localhost/mocks:1").WithBuildArgument("RUNTIME_IMAGE", "my/aspnet:10").WithCleanUp(false).WithDockerfileDirectory("/repository").Build().CreateAsync(Stop);

        docker.Told[^1].Should().Be("build --tag localhost/mocks:1 --build-arg RUNTIME_IMAGE=my/aspnet:10 /repository []");
    }

    [Fact]
    public async Task An_image_that_cannot_be_built_is_told_as_docker_tells_it()
    {
        using var docker = new FakeDocker("build) echo no space left >&2; exit 1 ;;");

        await Image(docker).Build().Awaiting(image => image.CreateAsync(Stop))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("docker build /somewhere failed. It said:*no space left*");
    }

    [Fact]
    public async Task A_container_is_run_waited_for_and_removed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using var docker = new FakeDocker($"port) grep -q ^run $here/told && echo 127.0.0.1:{port} ;;");
        var container = Container(docker).Build();

        var starting = container.StartAsync(Stop);
        var asked = await AnswerAsync(listener, "503 Service Unavailable");
        starting.IsCompleted.Should().BeFalse("it is not ready");
        await AnswerAsync(listener, "200 OK");
        await starting;

        asked.Should().StartWith("GET /health ");
        container.GetMappedPublicPort(8100).Should().Be((ushort)port);
        container.Hostname.Should().Be("127.0.0.1");
        await container.DisposeAsync();
        docker.Told.Should().ContainMatch("run --detach --rm --name testcontainers-* --publish 127.0.0.1::8100 --env SECRET --add-host host.docker.internal:host-gateway my/mocks [open sesame]");
        docker.Told[^1].Should().Match("rm --force --volumes testcontainers-*");
        container.Invoking(gone => gone.GetMappedPublicPort(8100)).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public async Task A_container_that_cannot_be_run_is_told_as_docker_tells_it()
    {
        using var docker = new FakeDocker("run) echo port is taken >&2; exit 125 ;; port) exit 1 ;;");

        await Container(docker).Build().Awaiting(container => container.StartAsync(Stop))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("docker run my/mocks failed. It said:*port is taken*");
    }

    [Fact]
    public async Task A_cancelled_start_removes_the_container()
    {
        using var docker = new FakeDocker("port) exit 1 ;;");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        var starting = Container(docker).Build().StartAsync(patience.Token);
        await PostgresProbe.UntilAsync(() => docker.Told.Any(line => line.StartsWith("port", StringComparison.Ordinal)), "docker was asked");
        await patience.CancelAsync();

        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<OperationCanceledException>();
        docker.Told[^1].Should().StartWith("rm --force");
    }

    [Fact]
    public void Without_a_docker_nothing_is_begun()
    {
        var nowhere = new DockerCommand("/nowhere/docker");

        FluentActions.Invoking(() => new ImageFromDockerfileBuilder(nowhere, "mocks", "/", new Dictionary<string, string>()).Build())
            .Should().Throw<DockerUnavailableException>().WithMessage("There is no Docker that answers: *");
        FluentActions.Invoking(() => new ContainerBuilder(new ContainerConfiguration(nowhere, "mocks")).Build())
            .Should().Throw<DockerUnavailableException>();
    }

    private static ImageFromDockerfileBuilder Image(FakeDocker docker) => new(docker.Command, "image", "/somewhere", new Dictionary<string, string>());

    private static ContainerBuilder Container(FakeDocker docker) => new ContainerBuilder(new ContainerConfiguration(docker.Command, "my/mocks"))
        .WithEnvironment("SECRET", "open sesame")
        .WithPortBinding(8100, true)
        .WithExtraHost("host.docker.internal", "host-gateway")
        .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort(8100).ForPath("/health")));

    private static async Task<string> AnswerAsync(TcpListener listener, string status)
    {
        using var client = await listener.AcceptTcpClientAsync(Stop);
        var stream = client.GetStream();
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, Stop);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Stop);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
