using System.Text.RegularExpressions;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>What counts as an e-mail address.</summary>
public interface IEmailRules
{
    /// <summary>What is wrong with <paramref name="email"/>, in a sentence; null when it will do.</summary>
    string? Complaint(string email);
}

/// <summary>
/// Enough to catch a slip, and no more, since only a delivered mail proves an address: one @ with something before it
/// and a dotted domain behind it, no white space, no control characters, at most 254 characters.
/// </summary>
public sealed partial class EmailRules : IEmailRules
{
    /// <inheritdoc />
    public string? Complaint(string email) => Shape().IsMatch(email) ? null : AccountWording.Email;

    [GeneratedRegex(@"\A(?=.{1,254}\z)[^@\s\p{Cc}]+@[^@.\s\p{Cc}]+(\.[^@.\s\p{Cc}]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
