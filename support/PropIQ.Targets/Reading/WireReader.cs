using PropIQ.Client;
using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>Reads how a PropIQ spells paths and members.</summary>
internal static class WireReader
{
    public static WireFormat Read(Section top)
    {
        var endpoints = top.Map("endpoints");
        var members = top.Map("members");
        CheckEndpoints(top, endpoints);
        CheckMembers(top, members);
        return new WireFormat
        {
            PathPrefix = Prefix(top),
            Endpoints = endpoints,
            Naming = top.Word("naming", "snake", "camel") == "camel" ? MemberNaming.Camel : MemberNaming.Snake,
            MemberNames = members,
        };
    }

    private static string Prefix(Section top)
    {
        var prefix = top.Text("prefix")?.TrimEnd('/') ?? "";
        if (prefix != "" && !IsPath(prefix))
        {
            top.Error("prefix", $"\"{prefix}\" is no path: write it like \"/api/v1\".");
        }

        return prefix;
    }

    private static void CheckEndpoints(Section top, IReadOnlyDictionary<string, string> endpoints)
    {
        var section = top.Under("endpoints");
        foreach (var (path, other) in endpoints)
        {
            if (!ContractNames.Paths.Contains(path))
            {
                section?.Error(path, $"is no path of the contract.{Suggestion.For(path, ContractNames.Paths)}");
            }
            else if (!IsPath(other) || Placeholder(path) != Placeholder(other))
            {
                section?.Error(path, $"\"{other}\" cannot stand for it: a path is expected{(Placeholder(path) is { } named ? $" with {named} in it" : "")}.");
            }
        }
    }

    private static void CheckMembers(Section top, IReadOnlyDictionary<string, string> members)
    {
        var section = top.Under("members");
        foreach (var name in members.Keys.Where(name => !ContractNames.Members.Contains(name)))
        {
            section?.Error(name, $"is no member of the contract.{Suggestion.For(name, ContractNames.Members)}");
        }

        foreach (var twice in members.GroupBy(member => member.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            section?.Error(twice.Last().Key, $"\"{twice.Key}\" stands for {string.Join(" and ", twice.Select(member => member.Key))}: which of them an answer means could not be told.");
        }
    }

    private static bool IsPath(string text) => text.StartsWith('/') && !text.Any(char.IsWhiteSpace) && !text.Contains('?', StringComparison.Ordinal);

    private static string? Placeholder(string path) =>
        path.IndexOf('{', StringComparison.Ordinal) is var from and >= 0 && path.IndexOf('}', from) is var to and > 0 ? path[from..(to + 1)] : null;
}
