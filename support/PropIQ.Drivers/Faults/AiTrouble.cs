using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Faults;

/// <summary>A trouble with the AI, as features name it (contract, 3.8).</summary>
/// <param name="Fault">How the AI fails; null where only what it says is wrong.</param>
/// <param name="Score">The score that it gives; null for one of its own.</param>
public sealed record AiTrouble(AiFault? Fault, decimal? Score = null)
{
    /// <summary>What the AI says of a property while it is in trouble: nobody may ever read that.</summary>
    public const string Summary = "The cellar is full of gold.";

    /// <summary>Longer than any time limit of PropIQ's.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    /// <summary>Passages of everything that the AI and its gateway say when in trouble.</summary>
    public static readonly IReadOnlyList<string> Passages =
        ["full of gold", "appraiser", "staged", "pricing tier", "Sorry about that", "subscription key", "deal_score", "<html"];

    private static readonly Dictionary<string, AiTrouble> Known = new()
    {
        ["is overloaded"] = Refuses(429),
        ["breaks down"] = Refuses(500),
        ["is closed for maintenance"] = Refuses(503),
        ["refuses the question"] = Refuses(400),
        ["does not know PropIQ"] = Refuses(401),
        ["has moved away"] = Refuses(404),
        ["is out of its gateway's reach"] = Refuses(502),
        ["answers far too late"] = new(new AiFault(AiFaultKind.IsSlow, Delay: TooLong)),
        ["hangs up"] = new(new AiFault(AiFaultKind.DropsConnection)),
        ["stops in the middle"] = new(new AiFault(AiFaultKind.Truncates)),
        ["talks nonsense"] = new(new AiFault(AiFaultKind.TalksNonsense)),
        ["talks around its answer"] = new(new AiFault(AiFaultKind.TalksAround)),
        ["answers with a web page"] = new(new AiFault(AiFaultKind.AnswersHtml)),
        ["forgets the score"] = new(new AiFault(AiFaultKind.ForgetsTheScore)),
        ["gives 101 points"] = new(null, 101),
        ["gives 1 point less than none"] = new(null, -1),
    };

    /// <summary>The trouble of that name.</summary>
    /// <exception cref="ArgumentException">No such trouble is known.</exception>
    public static AiTrouble Named(string name) => Known.TryGetValue(name, out var trouble)
        ? trouble
        : throw new ArgumentException($"No trouble \"{name}\" is known. Known: {string.Join("; ", Known.Keys)}.");

    private static AiTrouble Refuses(int status) => new(new AiFault(AiFaultKind.Refuses, status));
}
