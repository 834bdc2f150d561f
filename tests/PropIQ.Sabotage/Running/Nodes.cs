using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using StreamJsonRpc;

namespace PropIQ.Sabotage.Running;

/// <summary>The tests that a program says it has.</summary>
internal sealed class Nodes
{
    private readonly TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, (string Method, IReadOnlyList<string> Categories, JsonObject Node)> known = new();

    /// <summary>Ends when the program has said that these are all: its answer to the question may be here before the last of them.</summary>
    public Task All => all.Task;

    /// <summary>Tests as the program names them: what was discovered, or what became of them in a run.</summary>
    [JsonRpcMethod("testing/testUpdates/tests", UseSingleObjectParameterDeserialization = true)]
    public void Told(JsonElement told)
    {
        if (!told.TryGetProperty("changes", out var changes) || changes.ValueKind != JsonValueKind.Array)
        {
            all.TrySetResult();
            return;
        }

        foreach (var change in changes.EnumerateArray())
        {
            var node = change.GetProperty("node");
            if (node.TryGetProperty("execution-state", out var state) && state.GetString() == "discovered")
            {
                known[node.GetProperty("uid").GetString()!] = (MethodOf(node), CategoriesOf(node), Asked(node));
            }
        }
    }

    /// <summary>Those of a part, as the program wants them back.</summary>
    /// <exception cref="SuiteException">It has none of them.</exception>
    public IReadOnlyList<JsonObject> Of(Part part)
    {
        List<JsonObject> some = [.. known.Values.Where(test => part.Has(test.Method, test.Categories)).Select(test => (JsonObject)test.Node.DeepClone())];
        return some.Count > 0 ? some : throw new SuiteException("No scenario is about these cases.");
    }

    private static string MethodOf(JsonElement node) => $"{node.GetProperty("location.type").GetString()}.{node.GetProperty("location.method").GetString()!.Split('(', 2)[0]}";

    private static List<string> CategoriesOf(JsonElement node) =>
        node.TryGetProperty("traits", out var traits)
            ? [.. traits.EnumerateArray().SelectMany(trait => trait.EnumerateObject()).Where(trait => trait.Name == "Category").Select(trait => trait.Value.GetString()!)]
            : [];

    private static JsonObject Asked(JsonElement node) => new()
    {
        ["uid"] = node.GetProperty("uid").GetString(),
        ["display-name"] = node.GetProperty("display-name").GetString(),
        ["node-type"] = node.GetProperty("node-type").GetString(),
    };
}
