using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.Sandbox;

public sealed class SandboxWorldTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_shared_host_is_healthy()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;

        (await StatusAsync(host)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_shared_host_s_links_are_nobody_s_to_cut()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;

        host.Invoking(it => it.Links).Should().Throw<InvalidOperationException>().WithMessage("*host of your own*");
    }

    [Fact]
    public async Task An_own_host_notices_a_cut_link_to_its_database_and_is_well_again_afterwards()
    {
        await using var host = await OwnHostAsync();
        (await StatusAsync(host)).Should().Be(HttpStatusCode.OK);

        host.Links.Database.Switch(ProxyMode.Refuse);
        (await StatusAsync(host)).Should().Be(HttpStatusCode.ServiceUnavailable);

        host.Links.Restore();
        (await StatusAsync(host)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Own_hosts_have_databases_of_their_own()
    {
        var world = await sandbox.WorldAsync();
        var hosts = await Task.WhenAll(
            world.StartOwnHostAsync(HostTweaks.None, Cancelled),
            world.StartOwnHostAsync(HostTweaks.None, Cancelled));

        hosts[0].Environment.DatabaseUrl.Should().NotBe(hosts[1].Environment.DatabaseUrl);
        hosts[0].Url.Should().NotBe(hosts[1].Url);
        await Task.WhenAll(hosts.Select(host => host.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_killed_host_answers_nobody_until_it_is_restarted_at_the_same_address()
    {
        await using var host = await OwnHostAsync();
        var url = host.Url;

        await host.KillAsync(Cancelled);
        await FluentActions.Awaiting(() => StatusAsync(host)).Should().ThrowAsync<HttpRequestException>();

        await host.RestartAsync(Cancelled);
        host.Url.Should().Be(url);
        (await StatusAsync(host)).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Tweaks_reach_the_options_and_the_services_of_a_host()
    {
        var services = 0;
        await using var host = await OwnHostAsync(new HostTweaks
        {
            Options = options => options with { TestingSecret = null },
            Services = collection => services = collection.Count,
        });

        using var client = new HttpClient { BaseAddress = host.Url };
        client.DefaultRequestHeaders.Add("X-PropIQ-Testing-Secret", host.TestingSecret);
        using var answer = await client.PostAsJsonAsync("testing/users", new { }, Cancelled);
        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        services.Should().BePositive();
    }

    [Fact]
    public async Task A_disposed_host_is_gone_and_disposing_again_is_fine()
    {
        var host = await OwnHostAsync();
        await host.DisposeAsync();
        await host.DisposeAsync();

        await FluentActions.Awaiting(() => StatusAsync(host)).Should().ThrowAsync<HttpRequestException>();
        await host.Awaiting(it => it.RestartAsync(Cancelled)).Should().ThrowAsync<ObjectDisposedException>();
    }

    private async Task<PropIqHost> OwnHostAsync(HostTweaks? tweaks = null) =>
        await (await sandbox.WorldAsync()).StartOwnHostAsync(tweaks ?? HostTweaks.None, Cancelled);

    private static async Task<HttpStatusCode> StatusAsync(PropIqHost host)
    {
        using var client = new HttpClient { BaseAddress = host.Url, Timeout = TimeSpan.FromMinutes(1) };
        using var answer = await client.GetAsync("health", Cancelled);
        return answer.StatusCode;
    }
}
