using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using PropIQ.Targets.Tests.Runs;
using Xunit;

namespace PropIQ.Targets.Tests.Hostile;

/// <summary>
/// A PropIQ that works, but whose answers are bent on their way: what the contract rules out fails in a sentence, and nothing
/// that it leaves free fails at all.
/// </summary>
public sealed class BentAnswersTests(Stand stand) : IClassFixture<Stand>
{
    private static readonly string[] Filter =
    [
        "--filter-trait", "FeatureTitle=Signing up", "FeatureTitle=Renewing a session", "FeatureTitle=Prices", "FeatureTitle=The lender's question", "FeatureTitle=Messages to support",
        "FeatureTitle=Coverage", "FeatureTitle=Kinds of property", "FeatureTitle=Which refusal comes first", "Category=smoke", "Category=persona:will",
    ];

    private static readonly Func<JsonNode?, JsonNode?>[] Wrong =
    [
        // Numbers as text.
        json => json is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : json,
        // Text as lists.
        json => json is JsonValue value && value.GetValueKind() == JsonValueKind.String ? new JsonArray(value.DeepClone()) : json,
        // Objects as lists.
        json => json is JsonObject { Parent: not null } ? new JsonArray() : json,
        // Everything null.
        json => json is JsonValue ? null : json,
        // Times of another zone.
        json => Moment(json) is { } moment ? moment.ToOffset(TimeSpan.FromHours(2)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : json,
        // Members left out.
        json => json is JsonObject { Count: > 1 } members ? Without(members, index => index % 2 == 0) : json,
    ];

    private static readonly Func<JsonNode?, JsonNode?>[] Allowed =
    [
        // Members that nobody knows, but among the names of what is wrong with a form.
        json => json is JsonObject members && members.Any(member => member.Value is not JsonArray) ? With(members, "zebra_stripes", new JsonObject { ["width"] = 7 }) : json,
        // Members in another order.
        json => json is JsonObject members ? Reversed(members) : json,
        // Times to the last digit.
        json => Moment(json) is { } moment ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "00+00:00" : json,
        // Whole numbers with a point.
        json => json is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.ToJsonString() is var text && !text.Contains('.')
            ? JsonNode.Parse(text + ".0")
            : json,
    ];

    [Fact]
    public async Task What_the_contract_rules_out_fails_in_a_sentence()
    {
        var turn = -1;

        // Each answer in the next of the ways.
        using var run = await PlayAsync(json => Bent(json, Wrong[Interlocked.Increment(ref turn) % Wrong.Length]));

        turn.Should().BeGreaterThan(10 * Wrong.Length);
        run.Ended("failed").Should().HaveCountGreaterThan(30, run.Output);
        run.Ended("failed").Where(test => !test.IsJudged).Should().BeEmpty("a scenario judges, and does not break down");
    }

    [Fact]
    public async Task What_the_contract_leaves_free_fails_nothing()
    {
        using var run = await PlayAsync(json => Allowed.Aggregate(json, Bent));

        run.Ended("failed").Should().BeEmpty(run.Output);
        run.Ended("passed").Should().HaveCountGreaterThan(50);
    }

    private async Task<SuiteRun> PlayAsync(Func<JsonNode?, JsonNode?> bend)
    {
        await using var gateway = await stand.GatewayAsync((path, json) => path.StartsWith("/testing", StringComparison.Ordinal) ? json : bend(json));
        return await Stand.PlayAsync($"base_url: {gateway.Url}\n{Stand.Spelling}", stand.EverySecret(), Filter);
    }

    // From the leaves up.
    private static JsonNode? Bent(JsonNode? json, Func<JsonNode?, JsonNode?> bend)
    {
        switch (json)
        {
            case JsonObject members:
                foreach (var (name, value) in members.ToList())
                {
                    members[name] = Loose(Bent(value, bend));
                }

                break;
            case JsonArray items:
                for (var index = 0; index < items.Count; index++)
                {
                    items[index] = Loose(Bent(items[index], bend));
                }

                break;
        }

        return bend(json);
    }

    private static JsonNode? Loose(JsonNode? json) => json?.Parent is null ? json : json.DeepClone();

    private static DateTimeOffset? Moment(JsonNode? json) =>
        json is JsonValue value && value.TryGetValue<string>(out var text) && text.EndsWith('Z')
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    private static JsonObject Without(JsonObject members, Func<int, bool> kept) =>
        new(members.ToList().Where((_, index) => kept(index)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static JsonObject With(JsonObject members, string name, JsonNode value) =>
        new(members.ToList().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())).Prepend(KeyValuePair.Create<string, JsonNode?>(name, value)));

    private static JsonObject Reversed(JsonObject members) =>
        new(members.ToList().AsEnumerable().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
