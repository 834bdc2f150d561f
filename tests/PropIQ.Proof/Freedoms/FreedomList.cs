using System.Globalization;
using System.Text.Json.Nodes;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Proof.Freedoms;

/// <summary>Every liberty that is tried, each alone and all together.</summary>
internal static class FreedomList
{
    /// <summary>Names all of them at once.</summary>
    public const string Together = "together";

    private static int numbers = 1_000_000;

    /// <summary>The list. Together, the first stands next to PropIQ and the last next to the caller.</summary>
    public static IReadOnlyList<Freedom> All { get; } =
    [
        new("ids-as-numbers", "ids of analyses and conversations as numbers in strings", OtherNames.Of(_ => Interlocked.Increment(ref numbers).ToString("D19", CultureInfo.InvariantCulture), "analysis_id", "conversation_id").Tweaks),
        new("ids-with-prefix", "ids of analyses and conversations in another alphabet, with a prefix", OtherNames.Of(id => "pq_01" + id.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(), "analysis_id", "conversation_id").Tweaks),
        new("ids-as-json-numbers", "ids of analyses and conversations as JSON numbers", OtherNames.Numbers(7_301_000_000_000, "analysis_id", "conversation_id").Tweaks),
        new("price-ids", "price ids as Stripe makes them", OtherNames.Of(id => "price_1QzXyZ2eZvKYlo2C" + id["price_".Length..], "price_id").Tweaks),
        new("long-refresh-tokens", "refresh tokens of a kilobyte", OtherNames.Of(token => token + "." + new string('r', 1000), "refresh_token").Tweaks),
        new("more-claims", "access tokens with more claims and headers", AnswerRewriting.Json(RicherTokens.Write)),
        new("version", "another version string", AnswerRewriting.Json(ChangeVersion)),
        new("other-words", "other words where none are quoted, other types and titles of problems, an instance", AnswerRewriting.Json(Wording.Change)),
        new("member-order", "answers with their members in another order", AnswerRewriting.Json(JsonShape.Reorder)),
        new("extra-members", "members that the contract does not know, in every object", AnswerRewriting.Json(JsonShape.Extend)),
        new("nulls", "null for what could be left out", AnswerRewriting.Json(JsonShape.AddNulls)),
        new("times-with-offset", "times with +00:00 instead of Z", AnswerRewriting.Json((tree, _) => JsonShape.WithTimes(tree, "yyyy-MM-dd'T'HH:mm:ss.fffffffzzz"))),
        new("times-in-milliseconds", "times to the millisecond", AnswerRewriting.Json((tree, _) => JsonShape.WithTimes(tree, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"))),
        new("number-style", "numbers with more zeros than they need", AnswerRewriting.Json((tree, _) => JsonShape.WithZeros(tree))),
        new("json-style", "indented JSON with everything outside ASCII escaped", AnswerRewriting.Json((tree, _) => JsonShape.Aired(tree))),
        new("prompts-in-json", "what customers say as JSON within what the AI is asked", Prompts.InJson),
        new("nothing-is-a-form", "a request with nothing in it as an empty form", OnTheWire.NothingIsAForm),
        new("slower", "every answer a tenth of a second later", OnTheWire.Slower),
        new("other-headers", "a gateway's headers, a cookie, other letters in names", OnTheWire.OtherHeaders),
        new("retry-date", "Retry-After as a date", OnTheWire.RetryAtDate),
        new("in-pieces", "answers in pieces, without their length", OnTheWire.InPieces),
    ];

    /// <summary>The tweaks of one, or of all together; null when there is none of that name.</summary>
    public static HostTweaks? Find(string name) => name == Together
        ? All.Select(freedom => freedom.Tweaks).Aggregate((some, more) => more.Then(some))
        : All.FirstOrDefault(freedom => freedom.Name == name)?.Tweaks;

    private static void ChangeVersion(JsonNode tree)
    {
        if (tree is JsonObject members && members.ContainsKey("contract_version"))
        {
            members["version"] = "2026.11.3-rc.1+build.7";
        }
    }
}
