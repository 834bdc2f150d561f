using System.Text.RegularExpressions;

namespace PropIQ.Drivers.Collaborators;

/// <summary>A kind of message to Slack, by what features call it (contract, 8.3).</summary>
public sealed class KindOfNotice
{
    /// <summary>A checkout was completed.</summary>
    public static readonly KindOfNotice NewSignup = new("new signup", "new signup", isQuoted: true);

    /// <summary>A subscription was canceled.</summary>
    public static readonly KindOfNotice Canceled = new("canceled subscription", "subscription cancell?ed");

    private static readonly KindOfNotice[] Known =
        [NewSignup, Canceled, new("recurring payment", "recurring payment"), new("failed payment", "payment failed")];

    private readonly string name;
    private readonly Regex words;
    private readonly bool isQuoted;

    private KindOfNotice(string name, string words, bool isQuoted = false) =>
        (this.name, this.words, this.isQuoted) = (name, new Regex(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant), isQuoted);

    /// <summary>The notice of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static KindOfNotice Named(string name) => Array.Find(Known, notice => notice.name == name)
        ?? throw new ArgumentException($"Slack is told of no \"{name}\". Known: {string.Join(", ", Known.Select(notice => notice.name))}.");

    /// <summary>
    /// Whether a message may be one of this kind. The contract quotes a new signup's words; a message that has no kind's words
    /// may be of any other.
    /// </summary>
    public bool IsIn(string message) => words.IsMatch(message) || (!isQuoted && !Array.Exists(Known, notice => notice.words.IsMatch(message)));
}
