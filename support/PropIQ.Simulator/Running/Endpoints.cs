using System.Text.RegularExpressions;
using PropIQ.Client;

namespace PropIQ.Simulator.Running;

/// <summary>The contract's paths, placeholders instead of ids, so that calls can be counted by endpoint.</summary>
internal static partial class Endpoints
{
    /// <summary>The contract's path for an address as this PropIQ has it.</summary>
    public static string Of(Uri url, Uri baseUrl, WireFormat wire)
    {
        var prefix = baseUrl.AbsolutePath.TrimEnd('/');
        var path = url.AbsolutePath;
        path = prefix != "" && path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        path = InContract(path, wire);
        path = AnalysisId().Replace(path, "/propiq/analyses/{id}");
        path = ConversationId().Replace(path, "/support/history/{conversation_id}");
        return UserEmail().Replace(path, "/testing/users/{email}");
    }

    private static string InContract(string path, WireFormat wire)
    {
        foreach (var (contract, other) in wire.Endpoints)
        {
            if (Regex.IsMatch(path, $"^{Placeholder().Replace(Regex.Escape(other), "[^/]+")}$"))
            {
                return contract;
            }
        }

        var before = wire.PathPrefix.TrimEnd('/');
        return before != "" && path.StartsWith(before + "/", StringComparison.Ordinal) ? path[before.Length..] : path;
    }

    // As Regex.Escape leaves it: the closing brace is no sign of its own.
    [GeneratedRegex(@"\\\{[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^/propiq/analyses/[^/]+$")]
    private static partial Regex AnalysisId();

    [GeneratedRegex("^/support/history/[^/]+$")]
    private static partial Regex ConversationId();

    [GeneratedRegex("^/testing/users/[^/]+")]
    private static partial Regex UserEmail();
}
