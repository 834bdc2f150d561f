using System.Text.RegularExpressions;

namespace PropIQ.Simulator.Running;

/// <summary>The contract's paths, placeholders instead of ids, so that calls can be counted by endpoint.</summary>
internal static partial class Endpoints
{
    public static string Of(Uri url, Uri baseUrl)
    {
        var prefix = baseUrl.AbsolutePath.TrimEnd('/');
        var path = url.AbsolutePath;
        path = prefix != "" && path.StartsWith(prefix, StringComparison.Ordinal) ? path[prefix.Length..] : path;
        path = AnalysisId().Replace(path, "/propiq/analyses/{id}");
        path = ConversationId().Replace(path, "/support/history/{conversation_id}");
        return UserEmail().Replace(path, "/testing/users/{email}");
    }

    [GeneratedRegex("^/propiq/analyses/[^/]+$")]
    private static partial Regex AnalysisId();

    [GeneratedRegex("^/support/history/[^/]+$")]
    private static partial Regex ConversationId();

    [GeneratedRegex("^/testing/users/[^/]+")]
    private static partial Regex UserEmail();
}
