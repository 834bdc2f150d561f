using FluentAssertions;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

public sealed class InputTests(SandboxFixture sandbox)
{
    private const string Good = "\"address\": \"1 A St, Austin, TX 78701\"";

    [Theory]
    [InlineData("""{"address": "1 A St, Austin, TX 7870"}""", 422, "invalid_address")]
    [InlineData("""{"address": "\ud800"}""", 422, "invalid_address")]
    [InlineData("""{"address": "a\u0000b"}""", 422, "invalid_address")]
    [InlineData("""{"address": 7}""", 422, "invalid_address")]
    [InlineData("""{"address": null}""", 422, "invalid_address")]
    [InlineData("{}", 422, "invalid_address")]
    [InlineData("[]", 422, "invalid_address")]
    [InlineData("{" + Good + """, "property_type": "castle"}""", 422, "invalid_property_type")]
    [InlineData("{" + Good + """, "property_type": 1}""", 422, "invalid_property_type")]
    [InlineData("{" + Good + """, "purchase_price": 0}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": -1}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": "450000"}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": 100000000.01}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": 1e400}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": 1e-400}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "purchase_price": 1e99999999999}""", 422, "invalid_price")]
    [InlineData("{" + Good + """, "description": "\udc00"}""", 422, "invalid_description")]
    [InlineData("{" + Good + """, "description": 7}""", 422, "invalid_description")]
    public async Task What_cannot_be_analysed_is_refused(string json, int status, string code)
    {
        using var frank = await PatronAsync();

        (await frank.PostAsync("/propiq/analyze", json)).ShouldBeRefused(status, code);
    }

    [Fact]
    public async Task Too_much_comes_before_what_is_wrong()
    {
        using var frank = await PatronAsync();
        var long1 = new string('x', 10_001);
        var long2 = string.Concat(Enumerable.Repeat("\\ud83c\\udfe0", 10_000)) + "\\ud800";

        (await frank.PostAsync("/propiq/analyze", $$"""{"address": "", "purchase_price": -1, "description": "{{long1}}"}""")).ShouldBeRefused(413, "payload_too_large");
        (await frank.PostAsync("/propiq/analyze", $$"""{"address": "", "description": "{{long2}}"}""")).ShouldBeRefused(413, "payload_too_large");
    }

    [Fact]
    public async Task The_longest_description_is_read_and_text_comes_back_as_it_was()
    {
        using var frank = await PatronAsync();
        var houses = string.Concat(Enumerable.Repeat("🏠", 10_000));

        var answer = await frank.PostAsync(
            "/propiq/analyze",
            $$"""{"address": "Cafe\u0301 \"O'Neil\" <b>&amp; 東京'; drop table users;--", "purchase_price": 15e6, "property_type": "mixed_use", "description": "{{houses}}", "extra": []}""");

        answer.Status.Should().Be(200, answer.Exchange.ResponseBody);
        answer.Value!.Text.Should().Contain("""Café \"O'Neil\" <b>&amp; 東京'; drop table users;--""");
        var json = answer.Json();
        json.GetProperty("coverage").GetString().Should().Be("limited");
        json.GetProperty("property_type").GetString().Should().Be("mixed_use");
        json.GetProperty("purchase_price").GetDecimal().Should().Be(15_000_000m);
        json.GetProperty("model").GetString().Should().StartWith("gpt-4o-mini");
        var (input, output) = (json.GetProperty("tokens").GetProperty("input").GetInt32(), json.GetProperty("tokens").GetProperty("output").GetInt32());
        json.GetProperty("cost_usd").GetDecimal().Should().Be((input * 0.00000015m) + (output * 0.0000006m));
        json.TryGetProperty("warning", out _).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_not_given_is_null_or_usual()
    {
        using var frank = await PatronAsync();

        var json = (await frank.PostAsync("/propiq/analyze", "{" + Good + """, "purchase_price": null, "property_type": null, "description": null}""")).Json();

        json.GetProperty("purchase_price").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        json.GetProperty("property_type").GetString().Should().Be("single_family");
        json.GetProperty("coverage").GetString().Should().Be("full");
        json.GetProperty("created_at").GetDateTimeOffset().Should().Be(Patron.Noon);
    }

    private async Task<Patron> PatronAsync() => await Patron.OfAsync(await (await sandbox.WorldAsync()).SharedHost);
}
