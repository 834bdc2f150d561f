using System.Text.RegularExpressions;

namespace PropIQ.Drivers.Collaborators;

/// <summary>How Slack's messages are recognised, by what features call them (contract, 8.3).</summary>
public static class SlackNotices
{
    /// <summary>A checkout was completed.</summary>
    public static readonly Regex NewSignup = Words("new signup");

    /// <summary>A subscription was canceled.</summary>
    public static readonly Regex Canceled = Words("subscription cancell?ed");

    /// <summary>Any message.</summary>
    public static readonly Regex Any = Words("");

    private static readonly Dictionary<string, Regex> Known = new()
    {
        ["new signup"] = NewSignup,
        ["recurring payment"] = Words("recurring payment"),
        ["failed payment"] = Words("payment failed"),
        ["canceled subscription"] = Canceled,
    };

    /// <summary>The notice of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Regex Named(string name) => Known.TryGetValue(name, out var words)
        ? words
        : throw new ArgumentException($"Slack is told of no \"{name}\". Known: {string.Join(", ", Known.Keys)}.");

    private static Regex Words(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
