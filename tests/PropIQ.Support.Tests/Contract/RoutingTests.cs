using FluentAssertions;
using PropIQ.Client;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>What is not a call of the contract is refused like everything else: as problem details, by nobody's default page.</summary>
public sealed class RoutingTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/nowhere")]
    [InlineData("POST", "/propiq")]
    [InlineData("GET", "/propiq/analyze/1/2")]
    [InlineData("GET", "/favicon.ico")]
    [InlineData("GET", "/.env")]
    [InlineData("GET", "/swagger/index.html")]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("DELETE", "/nowhere?x=%00")]
    public async Task An_unknown_address_is_not_found(string method, string path)
    {
        using var visitor = await StrangerAsync();

        await visitor.Client.SendRawAsync(new RawRequest(method, path), Cancellation).IsRefused(404, "not_found");
    }

    [Theory]
    [InlineData("GET", "/auth/login")]
    [InlineData("DELETE", "/auth/me")]
    [InlineData("PUT", "/propiq/analyze")]
    [InlineData("OPTIONS", "/propiq/analyze")]
    [InlineData("OPTIONS", "/pricing")]
    [InlineData("TRACE", "/pricing")]
    [InlineData("PATCH", "/stripe/webhook")]
    [InlineData("PROPFIND", "/health")]
    public async Task A_method_that_a_call_does_not_have_is_refused_with_those_it_has(string method, string path)
    {
        using var visitor = await StrangerAsync();

        var answer = await visitor.Client.SendRawAsync(new RawRequest(method, path), Cancellation);

        await Task.FromResult(answer).IsRefused(405, "method_not_allowed");
        answer.Exchange.ResponseHeaders.Should().Contain(header => header.Key == "Allow");
    }

    [Theory]
    [InlineData("/pricing")]
    [InlineData("/nowhere")]
    [InlineData("/auth/me")]
    public async Task HEAD_has_no_body_and_is_not_our_failure(string path)
    {
        using var visitor = await StrangerAsync();

        var answer = await visitor.Client.SendRawAsync(new RawRequest("HEAD", path), Cancellation);

        answer.Status.Should().BeOneOf(200, 401, 404, 405);
        answer.Exchange.ResponseBody.Should().BeEmpty();
    }

    [Theory]
    [InlineData("GET", "/propiq/analyses/x")]
    [InlineData("GET", "/propiq/analyses/1'%20or%20'1'='1")]
    [InlineData("GET", "/propiq/analyses/%F0%9F%8F%A0")]
    [InlineData("GET", "/propiq/analyses/%ff")]
    [InlineData("GET", "/propiq/analyses/00000000-0000-0000-0000-000000000000")]
    [InlineData("GET", "/support/history/x%0d%0aSet-Cookie:a=b")]
    [InlineData("GET", "/support/history/no-such-conversation")]
    public async Task An_odd_id_is_simply_not_found(string method, string path)
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());

        var answer = visitor.Client.SendRawAsync(new RawRequest(method, path) { AccessToken = visitor.Token }, Cancellation);

        await answer.IsRefused(404, "not_found");
        (await answer).Exchange.ResponseHeaders.Should().NotContain(header => header.Key == "Set-Cookie");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=-1")]
    [InlineData("limit=abc")]
    [InlineData("limit=1.5")]
    [InlineData("limit=99999999999999999999")]
    [InlineData("limit=%00")]
    [InlineData("limit=١٢")]
    [InlineData("offset=-1")]
    [InlineData("offset=abc")]
    [InlineData("offset=99999999999999999999")]
    public async Task Paging_that_is_no_paging_is_refused(string query)
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());

        await visitor.Client.SendRawAsync(new RawRequest("GET", $"/propiq/history?{query}") { AccessToken = visitor.Token }, Cancellation)
            .IsRefused(422, "invalid_paging");
    }

    [Theory]
    [InlineData("limit=1")]
    [InlineData("limit=100")]
    [InlineData("offset=2147483647")]
    [InlineData("page=7")]
    public async Task Paging_within_bounds_is_taken(string query)
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());

        await visitor.Client.SendRawAsync(new RawRequest("GET", $"/propiq/history?{query}") { AccessToken = visitor.Token }, Cancellation).Succeeds();
    }

    private async Task<PropIQ.Sandbox.Hosts.PropIqHost> HostAsync() => await (await sandbox.WorldAsync()).SharedHost;

    private async Task<Visitor> StrangerAsync() => Visitor.Stranger(await HostAsync());
}
