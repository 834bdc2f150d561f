using System.Text.Json.Nodes;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Odd but well-formed JSON, in every member of every call: refused or taken, but never our failure.</summary>
public sealed class OddInputTests(SandboxFixture sandbox)
{
    // Raw, because no serializer would write them all.
    private static readonly string[] Odd =
    [
        "null", "true", "-1", "0", "1e400", "1e-400", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\r\\nX-Injected: 1\"",
        "\"'; drop table users; --\"", "[]", "[null]", "[[\"\\u0000\"]]", "{}", "{\"a\":{\"\\ud800\":1}}", "99999999999999999999999999999999",
    ];

    private static readonly string[] Bodies = ["null", "1", "\"text\"", "[]", "[{}]", "{}", "{\"\\ud800\":1}", "{\"\":\"\"}", "{\"\\u0000\":1}"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Calls => new()
    {
        { "/auth/signup", """{"email":"E","password":"Visit0r-Passw0rd","first_name":"A","last_name":"B"}""" },
        { "/auth/login", """{"email":"E","password":"Visit0r-Passw0rd"}""" },
        { "/auth/refresh", """{"refresh_token":"x"}""" },
        { "/propiq/analyze", """{"address":"1 Elm St","property_type":"condo","purchase_price":1,"description":"d"}""" },
        { "/propiq/export", """{"format":"json","count":1,"analysis_ids":["x"]}""" },
        { "/propiq/compare", """{"property_ids":["a","b"]}""" },
        { "/propiq/calculator", """{"purchase_price":1,"down_payment_percent":1,"interest_rate":1,"monthly_rent":1,"loan_term_years":1,"property_type":"condo","state":"CA","annual_property_tax":1,"annual_insurance":1,"monthly_hoa":1,"monthly_maintenance":1,"vacancy_percent":1,"closing_costs":1,"rehab_costs":1}""" },
        { "/stripe/create-checkout-session", """{"tier":"elite","price_id":"price_elite"}""" },
        { "/stripe/change-plan", """{"tier":"pro","confirm":false}""" },
        { "/support/chat", """{"message":"Hi","conversation_id":"x"}""" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_member_of_any_kind_is_answered(string path, string body)
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        foreach (var member in JsonNode.Parse(body)!.AsObject().Select(member => member.Key))
        {
            var bodies = Odd.Select(odd => WithRaw(body, member, odd));
            await AnsweredAsync(host, path, bodies);
        }
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_body_that_is_no_object_or_an_odd_one_is_refused(string path, string complete)
    {
        complete.Should().StartWith("{");
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var visitor = await Visitor.SubscribedAsync(host, "starter", 1);

        foreach (var body in Bodies)
        {
            var answer = await visitor.Client.SendRawAsync("POST", path, visitor.Token, body, Cancellation);
            answer.Status.Should().BeOneOf([400, 401, 422], "{0} with {1}: {2}", path, body, answer.Exchange.ResponseBody);
            answer.Problem!.Code.Should().NotBeNull();
        }
    }

    private static async Task AnsweredAsync(PropIqHost host, string path, IEnumerable<string> bodies)
    {
        using var visitor = await Visitor.SubscribedAsync(host, "starter", 1);
        foreach (var body in bodies)
        {
            var unique = body.Replace("\"E\"", $"\"{visitor.Email}\"", StringComparison.Ordinal);
            var answer = await visitor.Client.SendRawAsync("POST", path, visitor.Token, unique, Cancellation);
            answer.Status.Should().BeInRange(200, 499, "{0} with {1}: {2}", path, body, answer.Exchange.ResponseBody);
            answer.Problem?.Code.Should().NotBeNull("{0} with {1}: {2}", path, body, answer.Exchange.ResponseBody);
            answer.Exchange.ResponseHeaders.Should().NotContain(header => header.Key == "X-Injected");
        }
    }

    private static string WithRaw(string body, string member, string raw)
    {
        const string Place = "@@here@@";
        var json = JsonNode.Parse(body)!.AsObject();
        json[member] = Place;
        return json.ToJsonString().Replace($"\"{Place}\"", raw, StringComparison.Ordinal);
    }
}
