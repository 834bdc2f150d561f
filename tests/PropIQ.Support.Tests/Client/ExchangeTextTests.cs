using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Client.Reports;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>An exchange can be shown to anybody: readable, bounded, and without secrets.</summary>
public sealed class ExchangeTextTests
{
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sign_up_is_shown_without_password_and_tokens()
    {
        var exchanges = new List<Exchange>();
        await using var server = await EchoServer.StartAsync(context => context.Response.WriteAsync(
            $$$"""{"access_token":"{{{Jwt}}}","refresh_token":"opaque-refresh","user":{"email":"frank@x.test"},"tokens":{"input":12}}"""));
        using var client = Clients.For(server.Url, exchanges);
        await client.SignUpAsync(new SignUp("frank@x.test", "Hunter2Hunter2"), Cancellation);

        var text = ExchangeText.Render(exchanges.Single());

        text.Should().Contain("POST ").And.Contain("/auth/signup").And.Contain("answered 200").And.Contain("frank@x.test");
        text.Should().Contain("\"access_token\": \"***\"").And.Contain("\"input\": 12").And.Contain("again: curl -i -X POST '");
        text.Should().NotContainAny("Hunter2", Jwt, "opaque-refresh");
    }

    [Theory]
    [InlineData("Authorization", "Bearer abc.def")]
    [InlineData("Authorization", "Basic Zm9vOmJhcg==")]
    [InlineData("authorization", "abc.def")]
    [InlineData("Stripe-Signature", "t=1700000000,v1=abc.def0123456789abcdef")]
    [InlineData("X-PropIQ-Testing-Secret", "abc.def")]
    [InlineData("api-key", "abc.def")]
    [InlineData("X-Api-Key", "abc.def")]
    [InlineData("Cookie", "session=abc.def")]
    [InlineData("X-Echo", "Bearer abc.def")]
    public void Headers_that_hold_secrets_are_masked(string name, string value)
    {
        var text = ExchangeText.Render(Made(headers: [new(name, value)]));

        text.Should().Contain($"{name}: ").And.Contain("***").And.NotContainAny("abc.def", "Zm9v");
    }

    [Theory]
    [InlineData("""{"password":"s3cret!"}""")]
    [InlineData("""{"newPassword":"s3cret!"}""")]
    [InlineData("""{"a":[{"refreshToken":"s3cret!"}]}""")]
    [InlineData("""{"token":"s3cret!"}""")]
    [InlineData("""{"client_secret":"s3cret!","x":1}""")]
    [InlineData("""{"api_key":{"value":"s3cret!"}}""")]
    [InlineData("""{"password":"s3cret!" """)]
    [InlineData("""{"password" : "a\"s3cret!""")]
    [InlineData("grant_type=password&client_secret=s3cret!&x=1")]
    [InlineData("""{"detail":"Bearer s3cret! is not valid"}""")]
    [InlineData("""{"note":"sk_test_s3cret"}""")]
    [InlineData("""{"note":"sk_live_s3cret"}""")]
    [InlineData("""{"note":"whsec_s3cret"}""")]
    public void Bodies_are_masked_by_member_name_and_by_look(string body)
    {
        var text = ExchangeText.Render(Made(body: body));

        text.Should().Contain("***").And.NotContain("s3cret");
    }

    [Fact]
    public void Addresses_are_masked_in_their_query()
    {
        var text = ExchangeText.Render(Made(url: "http://user:s3cret@propiq.test/x?token=s3cret&limit=5"));

        text.Should().Contain("http://propiq.test/x?token=***&limit=5").And.NotContain("s3cret");
    }

    [Fact]
    public void What_is_no_secret_stays()
    {
        const string Body = """{"tokens":{"input":5,"output":7},"tokens_used":12,"address":"1 Token Way","token_type":"bearer"}""";

        Secrets.InBody(Body, indented: false).Should().Be(Body);
    }

    [Fact]
    public void A_huge_body_is_cut()
    {
        var text = ExchangeText.Render(Made(body: new string('x', 500_000)));

        text.Length.Should().BeLessThan(30_000);
        text.Should().Contain("(500,000 characters in all)").And.Contain("--data-binary @body.json");
    }

    [Fact]
    public void A_quote_does_not_end_the_curl_line()
    {
        CurlLine.For(Made(body: """{"address":"O'Hara St"}""")).Should().EndWith("""--data-binary '{"address":"O'\''Hara St"}'""");
    }

    [Fact]
    public void A_call_without_an_answer_says_why()
    {
        var text = ExchangeText.Render(Made() with { Status = null, TransportError = "Connection refused" });

        text.Should().Contain("no answer after 12.0 ms").And.Contain("failed: Connection refused");
    }

    private static Exchange Made(string url = "http://propiq.test/x", string? body = null, List<KeyValuePair<string, string>>? headers = null) =>
        new("POST", new Uri(url), headers ?? [], body, HttpStatusCode.OK, headers ?? [], body, DateTimeOffset.UnixEpoch, TimeSpan.FromMilliseconds(12), null);
}
