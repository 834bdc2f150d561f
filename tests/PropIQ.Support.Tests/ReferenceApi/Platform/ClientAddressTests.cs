using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Http;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clause 7.1: X-Forwarded-For counts only from configured proxies.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("9.9.9.9", "1.1.1.1", "9.9.9.9", "a stranger says what it likes")]
    [InlineData("10.0.0.1", null, "10.0.0.1", "a proxy that says nothing")]
    [InlineData("10.0.0.1", "1.1.1.1", "1.1.1.1", "a proxy is believed")]
    [InlineData("10.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1", "what the client put in front is not")]
    [InlineData("10.0.0.1", "1.1.1.1, 192.168.7.7", "1.1.1.1", "a proxy behind a proxy")]
    [InlineData("10.0.0.1", "192.168.7.7", "192.168.7.7", "proxies all the way")]
    [InlineData("10.0.0.1", "1.1.1.1:5000", "1.1.1.1", "with a port")]
    [InlineData("10.0.0.1", "1.1.1.1, junk", "10.0.0.1", "what cannot be read vouches for nothing")]
    [InlineData("::ffff:10.0.0.1", "2001:db8::1", "2001:db8::1", "both families")]
    public void The_rightmost_that_is_no_proxy_of_ours(string peer, string? forwarded, string expected, string because)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        var addresses = new ClientAddress(SomeOptions.Any with { TrustedProxies = ["10.0.0.1", "192.168.0.0/16"] });

        addresses.Of(context).Should().Be(IPAddress.Parse(expected), because);
    }
}
