using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentAssertions;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>Signatures, held against a computation of their own.</summary>
public sealed class SignatureTests
{
    private static string Expected(long seconds, string body, string secret = StripeRig.Secret)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        var hash = hmac.ComputeHash(Encoding.UTF8.GetBytes(seconds.ToString(CultureInfo.InvariantCulture) + "." + body));
        return string.Concat(hash.Select(each => each.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static async Task<(StripeRig Rig, StripeEvent Kept)> HeldAsync()
    {
        var rig = await StripeRig.StartAsync();
        await rig.CustomerAsync();
        return (rig, await rig.Mock.ComposeAsync(StripeRig.Email, "invoice.payment_failed", new StripeEventChanges(), StripeRig.Token));
    }

    private static async Task<Arrival> DeliveredAsync(StripeRig rig, StripeEvent kept, Signing signing)
    {
        await rig.Mock.DeliverAsync(kept.Id, signing, 1, StripeRig.Token);
        return rig.Webhook.Arrivals[^1];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    [InlineData(-301)]
    public async Task A_right_signature_is_made_with_the_machines_time_less_its_age(int age)
    {
        var (rig, kept) = await HeldAsync();
        await using var _ = rig;
        await rig.Mock.SetClockAsync(StripeRig.Email, StripeRig.Start.AddYears(1), frozen: true, StripeRig.Token);

        var arrival = await DeliveredAsync(rig, kept, new Signing(TimeSpan.FromSeconds(age)));

        var seconds = StripeRig.Start.ToUnixTimeSeconds() - age;
        arrival.Body.Should().Be(kept.Json);
        arrival.Signature.Should().Be($"t={seconds},v1={Expected(seconds, kept.Json)}");
    }

    [Fact]
    public async Task A_body_in_any_script_is_signed_as_utf8()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.CallAsync("POST", "/v1/customers", "email=a%40b.test&name=%E6%9D%B1%E4%BA%AC%20%22Caf%C3%A9%22");
        var kept = await rig.Mock.ComposeAsync("a@b.test", "customer.updated", new StripeEventChanges(), StripeRig.Token);

        var arrival = await DeliveredAsync(rig, kept, new Signing());

        arrival.Body.Should().Contain("東京");
        arrival.Signature.Should().EndWith(Expected(StripeRig.Start.ToUnixTimeSeconds(), arrival.Body));
    }

    [Fact]
    public async Task Unsigned_and_garbled_are_no_signatures()
    {
        var (rig, kept) = await HeldAsync();
        await using var _ = rig;

        (await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.Unsigned))).Signature.Should().BeNull();
        (await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.Garbled))).Signature.Should().NotContain("v1=");
        (await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.TestScheme))).Signature.Should().Contain(",v0=").And.NotContain("v1=");
    }

    [Fact]
    public async Task Another_secret_makes_another_signature()
    {
        var (rig, kept) = await HeldAsync();
        await using var _ = rig;

        var arrival = await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.WrongSecret));

        var seconds = StripeRig.Start.ToUnixTimeSeconds();
        arrival.Body.Should().Be(kept.Json);
        arrival.Signature.Should().MatchRegex($"^t={seconds},v1=[0-9a-f]{{64}}$").And.NotContain(Expected(seconds, kept.Json));
    }

    [Fact]
    public async Task A_tampered_body_still_says_the_same_under_a_signature_that_is_not_its_own()
    {
        var (rig, kept) = await HeldAsync();
        await using var _ = rig;

        var arrival = await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.TamperedBody));

        var seconds = StripeRig.Start.ToUnixTimeSeconds();
        arrival.Body.Should().NotBe(kept.Json);
        arrival.Json.GetProperty("id").GetString().Should().Be(kept.Id);
        arrival.Object.GetRawText().Should().Be(System.Text.Json.JsonDocument.Parse(kept.Json).RootElement.GetProperty("data").GetProperty("object").GetRawText());
        arrival.Signature.Should().EndWith(Expected(seconds, kept.Json)).And.NotContain(Expected(seconds, arrival.Body));
    }

    [Fact]
    public async Task The_right_signature_may_come_last_of_several()
    {
        var (rig, kept) = await HeldAsync();
        await using var _ = rig;

        var arrival = await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.RightSignatureLast));

        var parts = arrival.Signature!.Split(',');
        parts.Should().HaveCount(3);
        parts[1].Should().StartWith("v1=").And.NotBe(parts[2]);
        parts[2].Should().Be("v1=" + Expected(StripeRig.Start.ToUnixTimeSeconds(), kept.Json));
    }

    [Fact]
    public async Task A_raw_body_can_be_tampered_with_too()
    {
        await using var rig = await StripeRig.StartAsync();
        var kept = await rig.Mock.ComposeAsync(StripeRig.Email, "any", new StripeEventChanges(RawBody: "[]"), StripeRig.Token);

        (await DeliveredAsync(rig, kept, new Signing(Forgery: Forgery.TamperedBody))).Body.Should().NotBe("[]");
        (await DeliveredAsync(rig, kept, new Signing())).Body.Should().Be("[]");
    }
}
