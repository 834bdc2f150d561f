using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Mocks.OpenAi;

/// <summary>The model as an analyst: believable figures that the address alone determines, so that a repeated question gets the same answer.</summary>
internal static class PropertyAnalyst
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Strengths =
    [
        "Rents in the area have risen faster than prices over the last three years.",
        "Low vacancy among comparable properties within a mile.",
        "Recent public investment in transit and schools nearby.",
        "The lot leaves room for an accessory dwelling unit.",
        "Insurance and taxes are below the county's average.",
        "Strong demand from long-term tenants keeps turnover low.",
    ];

    private static readonly string[] Weaknesses =
    [
        "Roof and mechanical systems are near the end of their expected life.",
        "Price per square foot is above the median of recent sales.",
        "Rent growth depends on a single large employer.",
        "Property taxes are likely to be reassessed after the sale.",
        "Seasonal demand makes a vacancy in winter more likely.",
        "Financing at current rates leaves a thin monthly margin.",
    ];

    /// <summary>The answer's JSON text.</summary>
    /// <param name="request">The question; a prompt that speaks of <c>dealScore</c> is answered in that naming.</param>
    /// <param name="script">What the model was told to say.</param>
    /// <param name="fault">How the analysis is to be wrong, if at all.</param>
    public static string Analyze(ChatRequest request, AiScript script, AiFaultKind? fault)
    {
        var facts = PropertyFacts.Read(request);
        var hash = new StableHash(facts.Address);
        var score = fault == AiFaultKind.ScoresOutOfRange ? 140m : script.DealScore ?? 20 + hash.Next(76);
        var price = facts.Price ?? 150_000m + (hash.Next(700) * 1_000m);
        var rent = decimal.Round(price * (55 + hash.Next(45)) / 10_000m, 0);
        var capRate = decimal.Round(rent * 12m * 0.62m / price * 100m, 2);
        var analysis = new JsonObject
        {
            ["deal_score"] = score,
            ["summary"] = script.Summary ?? Summary(facts, score, rent, capRate),
            ["metrics"] = new JsonObject
            {
                ["estimated_value"] = decimal.Round(price * (94 + hash.Next(13)) / 100m, 0),
                ["estimated_monthly_rent"] = rent,
                ["cap_rate"] = capRate,
                ["cash_on_cash_return"] = decimal.Round(capRate * 1.2m - 0.8m, 2),
                ["rent_growth_percent"] = hash.Next(60) / 10m,
                ["vacancy_percent"] = 3 + hash.Next(7),
            },
            ["pros"] = new JsonArray(hash.Pick(Strengths[..3]), hash.Pick(Strengths[3..])),
            ["cons"] = new JsonArray(hash.Pick(Weaknesses[..3]), hash.Pick(Weaknesses[3..])),
            ["recommendation"] = score >= 65 ? "buy" : score >= 50 ? "negotiate" : "pass",
        };
        if (script.ScoreAlone)
        {
            analysis = new JsonObject { ["deal_score"] = score };
        }

        if (fault == AiFaultKind.ForgetsTheScore)
        {
            analysis.Remove("deal_score");
        }

        return (request.Prompt.Contains("dealScore", StringComparison.Ordinal) ? CamelCase(analysis) : analysis).ToJsonString(Written);
    }

    private static string Summary(PropertyFacts facts, decimal score, decimal rent, decimal capRate)
    {
        var verdict = score >= 65 ? "a sound investment" : score >= 50 ? "worth negotiating over" : "hard to justify at this price";
        var terms = facts.Price is null ? "At typical local prices" : "At the stated price";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{terms} this property is {verdict}: an estimated rent of ${rent:N0} a month supports a cap rate of {capRate:0.##} %. Check condition and comparable rents before committing.");
    }

    private static JsonObject CamelCase(JsonObject named)
    {
        var renamed = new JsonObject();
        foreach (var (name, value) in named)
        {
            renamed[JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select(Capitalized)))] =
                value is JsonObject inner ? CamelCase(inner) : value?.DeepClone();
        }

        return renamed;
    }

    private static string Capitalized(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
