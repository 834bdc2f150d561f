using System.Text;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Bodies at and over the limit of clause 3.4, however they are framed, and bodies that are no JSON at all.</summary>
public sealed class BodyFramingTests(SandboxFixture sandbox)
{
    private const int Limit = 1024 * 1024;
    private const string Deal = """{"purchase_price":300000,"down_payment_percent":20,"interest_rate":6,"monthly_rent":2000}""";

    private static readonly Dictionary<string, byte[]> Broken = new()
    {
        ["nothing"] = [],
        ["blank"] = "   "u8.ToArray(),
        ["cut off"] = "{\"address\":\"1 Elm"u8.ToArray(),
        ["two values"] = "{}{}"u8.ToArray(),
        ["a comment"] = "{/* hi */}"u8.ToArray(),
        ["a trailing comma"] = "{\"address\":\"1 Elm\",}"u8.ToArray(),
        ["single quotes"] = "{'address':'1 Elm'}"u8.ToArray(),
        ["not a number"] = "{\"purchase_price\":NaN}"u8.ToArray(),
        ["a raw line break in a text"] = "{\"address\":\"1\nElm\"}"u8.ToArray(),
        ["a raw NUL"] = "{\"address\":\"1\0Elm\"}"u8.ToArray(),
        ["invalid UTF-8"] = [.. "{\"address\":\""u8, 0xC3, 0x28, .. "\"}"u8],
        ["an overlong encoding"] = [.. "{\"address\":\""u8, 0xC0, 0xAF, .. "\"}"u8],
        ["a surrogate in UTF-8"] = [.. "{\"address\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8],
        ["UTF-16"] = Encoding.Unicode.GetBytes("{\"address\":\"1 Elm\"}"),
        ["Latin-1"] = Encoding.Latin1.GetBytes("{\"address\":\"Café\"}"),
        ["a bomb of arrays"] = Encoding.ASCII.GetBytes(new string('[', 100_000)),
        ["a bomb of closed arrays"] = Encoding.ASCII.GetBytes(new string('[', 100_000) + new string(']', 100_000)),
        ["a bomb of objects"] = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000)),
        ["a form"] = "address=1+Elm+St"u8.ToArray(),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> NoJson => new(Broken.Keys);

    [Theory]
    [InlineData("/propiq/analyze", false)]
    [InlineData("/propiq/analyze", true)]
    [InlineData("/support/chat", false)]
    [InlineData("/support/chat", true)]
    [InlineData("/auth/signup", true)]
    [InlineData("/propiq/calculator", true)]
    [InlineData("/stripe/change-plan", true)]
    [InlineData("/stripe/webhook", true)]
    public async Task A_byte_more_than_a_mebibyte_is_too_large(string path, bool chunked)
    {
        using var visitor = await ArriveAsync();
        var request = new RawRequest("POST", path) { AccessToken = visitor.Token, Body = Padded("{}", Limit + 1), Chunked = chunked };

        await visitor.Client.SendRawAsync(request, Cancellation).IsRefused(413, "payload_too_large");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mebibyte_is_handled(bool chunked)
    {
        using var visitor = await ArriveAsync();
        var request = new RawRequest("POST", "/propiq/calculator") { Body = Padded(Deal, Limit), Chunked = chunked };

        await visitor.Client.SendRawAsync(request, Cancellation).Succeeds();
    }

    [Fact]
    public async Task A_connection_is_of_use_after_a_body_that_was_too_large()
    {
        using var visitor = await ArriveAsync();
        var flood = new RawRequest("POST", "/propiq/analyze") { AccessToken = visitor.Token, Body = Padded("{}", 8 * Limit), Chunked = true };

        await visitor.Client.SendRawAsync(flood, Cancellation).IsRefused(413, "payload_too_large");
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
    }

    [Theory]
    [InlineData("x", 10_000, true)]
    [InlineData("x", 10_001, false)]
    [InlineData("🏠", 10_000, true)]
    [InlineData("🏠", 10_001, false)]
    public async Task A_description_is_measured_in_characters(string character, int count, bool accepted)
    {
        using var visitor = await ArriveAsync();
        var property = new PropertyToAnalyze("12 Elm St, Austin, TX 78701", Description: string.Concat(Enumerable.Repeat(character, count)));

        var answer = visitor.Client.AnalyzeAsync(visitor.Token, property, Cancellation);

        if (accepted)
        {
            await answer.Succeeds();
        }
        else
        {
            await answer.IsRefused(413, "payload_too_large");
        }
    }

    [Theory]
    [MemberData(nameof(NoJson))]
    public async Task What_is_no_JSON_is_malformed(string what)
    {
        using var visitor = await ArriveAsync();
        var request = new RawRequest("POST", "/propiq/analyze") { AccessToken = visitor.Token, Body = Broken[what] };

        var problem = await visitor.Client.SendRawAsync(request, Cancellation).IsRefused(400, "malformed_json");

        problem.Detail.Should().NotContainAny("Exception", "System.", "BytePosition");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("no type at all")]
    [InlineData(null)]
    public async Task JSON_is_read_whatever_it_is_labelled(string? contentType)
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.SendRawAsync("POST", "/propiq/calculator", null, Deal, Cancellation, contentType).Succeeds();
    }

    [Fact]
    public async Task Unknown_members_are_ignored_and_a_member_given_twice_is_not_our_failure()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.SendRawAsync("POST", "/propiq/calculator", null, Deal.Replace("{", "{\"colour\":{\"r\":[1,null]},", StringComparison.Ordinal), Cancellation).Succeeds();
        var twice = await visitor.Client.SendRawAsync("POST", "/propiq/analyze", visitor.Token, """{"address":"1 Elm St","address":"2 Elm St"}""", Cancellation);
        twice.Status.Should().BeOneOf(200, 400, 422);
    }

    private static byte[] Padded(string json, int size)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)' ');
        Encoding.UTF8.GetBytes(json).CopyTo(body, 0);
        return body;
    }

    private async Task<Visitor> ArriveAsync() => await Visitor.ArriveAsync(await (await sandbox.WorldAsync()).SharedHost);
}
