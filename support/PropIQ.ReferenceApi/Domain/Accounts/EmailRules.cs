using System.Text;

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
public sealed class EmailRules : IEmailRules
{
    private const int MaxCharacters = 254;

    /// <inheritdoc />
    public string? Complaint(string email)
    {
        if (email.Length == 0)
        {
            return "An e-mail address is required.";
        }

        if (email.EnumerateRunes().Count() > MaxCharacters)
        {
            return $"The e-mail address must not be longer than {MaxCharacters} characters.";
        }

        if (email.EnumerateRunes().Any(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)))
        {
            return "The e-mail address must not contain white space or control characters.";
        }

        return email.Split('@') is [{ Length: > 0 }, var domain] && IsDomain(domain)
            ? null
            : "The e-mail address must look like name@example.com.";
    }

    private static bool IsDomain(string domain) =>
        domain.Split('.') is { Length: >= 2 } labels && labels.All(label => label.Length > 0);
}
