using System.Text.RegularExpressions;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>What a first or last name may be: any text up to 100 characters, none of them a control character.</summary>
public static partial class NameRules
{
    /// <summary>What is wrong with <paramref name="name"/>, in a sentence; null when it will do.</summary>
    public static string? Complaint(string name) => Shape().IsMatch(name) ? null : AccountWording.Name;

    // A character beyond U+FFFF is a pair of surrogates.
    [GeneratedRegex(@"\A([\uD800-\uDBFF][\uDC00-\uDFFF]|[^\p{Cc}\p{Cs}]){0,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
