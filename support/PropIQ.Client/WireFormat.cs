using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Client;

/// <summary>How members are spelt in a PropIQ's JSON.</summary>
public enum MemberNaming
{
    /// <summary><c>access_token</c>, as in the contract.</summary>
    Snake,

    /// <summary><c>accessToken</c>.</summary>
    Camel,
}

/// <summary>
/// How one PropIQ spells what the contract says: member names and paths. The rest of the client knows the contract's
/// spelling only; JSON is renamed on the way out and on the way in.
/// </summary>
public sealed record WireFormat
{
    /// <summary>The contract's own spelling.</summary>
    public static readonly WireFormat Contract = new();

    /// <summary>The general rule for member names.</summary>
    public MemberNaming Naming { get; init; } = MemberNaming.Snake;

    /// <summary>Exceptions to the rule: the contract's name (<c>access_token</c>) to this PropIQ's (<c>token</c>).</summary>
    public IReadOnlyDictionary<string, string> MemberNames { get; init; } = new Dictionary<string, string>();

    /// <summary>What goes before every path, such as <c>/api/v1</c>.</summary>
    public string PathPrefix { get; init; } = "";

    /// <summary>
    /// Paths that differ altogether: the contract's, placeholders included (<c>/propiq/analyses/{id}</c>), to this
    /// PropIQ's. The prefix does not apply to them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Endpoints { get; init; } = new Dictionary<string, string>();

    /// <summary>This PropIQ's path for one of the contract's, before its placeholders are filled.</summary>
    public string PathFor(string contractPath) =>
        Endpoints.TryGetValue(contractPath, out var other) ? other : PathPrefix.TrimEnd('/') + contractPath;

    /// <summary>This PropIQ's name for a member of the contract.</summary>
    public string ToWire(string contractName) =>
        MemberNames.TryGetValue(contractName, out var other) ? other
        : Naming == MemberNaming.Snake ? contractName
        : string.Concat(contractName.Split('_').Select((word, i) => i == 0 || word == "" ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The contract's name for a member as this PropIQ sent it; a name that it does not know stays as it is.</summary>
    public string FromWire(string wireName)
    {
        foreach (var (contractName, other) in MemberNames)
        {
            if (other == wireName)
            {
                return contractName;
            }
        }

        return Naming == MemberNaming.Snake ? wireName : JsonNamingPolicy.SnakeCaseLower.ConvertName(wireName);
    }

    /// <summary>JSON in the contract's spelling, as this PropIQ wants it.</summary>
    public JsonNode? ToWire(JsonNode? json) => IsContract ? json : Rename(json, ToWire);

    /// <summary>JSON from this PropIQ in the contract's spelling.</summary>
    public JsonNode? FromWire(JsonNode? json) => IsContract ? json : Rename(json, FromWire);

    internal bool IsContract => Naming == MemberNaming.Snake && MemberNames.Count == 0;

    private static JsonNode? Rename(JsonNode? json, Func<string, string> name)
    {
        switch (json)
        {
            case JsonObject members:
                var renamed = new JsonObject();
                foreach (var (key, value) in members)
                {
                    renamed[name(key)] = Rename(value, name);
                }

                return renamed;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Rename(item, name))]);
            default:
                return json?.DeepClone();
        }
    }
}
