using System.Text;
using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

/// <summary>Clause 5.5. The expected hex was made by OpenSSL: <c>printf '%s' "$t.$body" | openssl dgst -sha256 -mac HMAC -macopt key:$secret</c>.</summary>
public sealed class SignatureTests
{
    private const string Secret = "whsec_test_secret";
    private const string Body = """{"id":"evt_1","type":"invoice.payment_failed"}""";
    private const string Hex = "0a6e25ce3876c45fe74d85dee04ee21ffee5f62c4895fd43c77a281bfba990d7";
    private const string Wrong = "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff";
    private const long SignedAt = 1_700_000_000;

    [Theory]
    [InlineData(Secret, Body, Hex)]
    [InlineData("whsec_ünïcode", Body, "6242ac4238b9ad649b739ef78074ad118e53da70c732e27ac843aeb6f65e9227")]
    [InlineData(Secret, "", "316b9ab98c15bfa039d243f3196acee619cf29749a91a634e6a8154e2f7b6727")]
    [InlineData(Secret, """{"city":"Zürich 北京"}""", "1abfeae8a57ff7193c2b7a7ae87c7714052c0b29405e9d3c84b9abcc5b79c656")]
    public void Signs_as_Stripe_does(string secret, string body, string expected) =>
        StripeSignature.Sign(secret, "1700000000", Encoding.UTF8.GetBytes(body)).Should().Be(expected);

    [Theory]
    [InlineData($"t=1700000000,v1={Hex}", "plain")]
    [InlineData($"v1={Hex},t=1700000000", "the other way round")]
    [InlineData($"t=1700000000,v1={Wrong},v1={Hex}", "the right one last, while a secret is being rolled")]
    [InlineData($"t=1700000000,v1={Hex},v1={Wrong}", "the right one first")]
    [InlineData($"t=1700000000,v0={Wrong},v1={Hex}", "another scheme beside it")]
    [InlineData($" t=1700000000 , v1={Hex} ", "spaces around")]
    public void Believes_a_genuine_one(string header, string description) =>
        Judge(header).Should().BeTrue(description);

    [Theory]
    [InlineData(null, "no header")]
    [InlineData("", "empty header")]
    [InlineData("garbled", "no signature at all")]
    [InlineData($"v1={Hex}", "no time")]
    [InlineData("t=1700000000", "no v1")]
    [InlineData("t=1700000000,v1=", "empty v1")]
    [InlineData($"t=1700000000,v1={Wrong}", "another secret's")]
    [InlineData($"t=1700000000,v0={Hex}", "in the wrong scheme")]
    [InlineData("t=1700000000,v1=0A6E25CE3876C45FE74D85DEE04EE21FFEE5F62C4895FD43C77A281BFBA990D7", "upper-case hex")]
    [InlineData("t=1700000000,v1=0a6e25ce", "cut short")]
    [InlineData($"t=1700000001,v1={Hex}", "another time than was signed")]
    [InlineData($"t=01700000000,v1={Hex}", "the time written otherwise than it was signed")]
    [InlineData($"t=now,v1={Hex}", "a time that is no number")]
    [InlineData($"t=-1700000000,v1={Hex}", "a negative time")]
    [InlineData($"t=99999999999999999999,v1={Hex}", "a time beyond all numbers")]
    public void Believes_nothing_else(string? header, string description) =>
        Judge(header).Should().BeFalse(description);

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-300, true)]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(300, true)]
    [InlineData(301, false)]
    public void Is_good_for_300_seconds_either_way(int age, bool genuine) =>
        Judge($"t=1700000000,v1={Hex}", age).Should().Be(genuine);

    [Fact]
    public void Covers_every_byte_of_the_body() =>
        Judge($"t=1700000000,v1={Hex}", body: Body + "\n").Should().BeFalse();

    private static bool Judge(string? header, int age = 0, string body = Body) =>
        new WebhookSignature(Secret, new SignatureTolerance())
            .IsGenuine(header, Encoding.UTF8.GetBytes(body), DateTimeOffset.FromUnixTimeSeconds(SignedAt + age));
}
