using System.Globalization;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Makes other people of the same people: e-mails get a mark, wherever they are written.</summary>
internal static class Rewriting
{
    /// <summary>The rewriting for the repetition with this number.</summary>
    public static Func<string, string> For(IReadOnlyList<UserProfile> users, int number)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"n{number}");
        return text => users.Aggregate(text, (changed, user) =>
            user.Email.Contains('@', StringComparison.Ordinal) ? changed.Replace(user.Email, Marked(user.Email, mark), StringComparison.OrdinalIgnoreCase) : changed);
    }

    /// <summary><c>paula@x.test</c> with mark <c>n2</c> is <c>paula+n2@x.test</c>; a mark that is there already stays before it.</summary>
    public static string Marked(string email, string mark)
    {
        var at = email.LastIndexOf('@');
        var joint = email.AsSpan(0, at).Contains('+') ? '.' : '+';
        return $"{email[..at]}{joint}{mark}{email[at..]}";
    }

    /// <summary>With a run's id right after the plus, where clean-up looks for it: <c>paula+n2@…</c> becomes <c>paula+r7f3.n2@…</c>.</summary>
    public static string WithRun(string email, string run)
    {
        var at = email.LastIndexOf('@');
        var plus = email.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 || plus > at ? Marked(email, run) : $"{email[..plus]}+{run}.{email[(plus + 1)..]}";
    }
}
