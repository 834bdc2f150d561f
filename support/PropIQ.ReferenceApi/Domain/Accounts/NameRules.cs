using System.Text;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>What a first or last name may be: any text up to 100 characters, none of them a control character.</summary>
public static class NameRules
{
    private const int MaxCharacters = 100;

    /// <summary>What is wrong with <paramref name="name"/>, in a sentence; null when it will do.</summary>
    public static string? Complaint(string name)
    {
        if (name.EnumerateRunes().Count() > MaxCharacters)
        {
            return $"A name must not be longer than {MaxCharacters} characters.";
        }

        return name.EnumerateRunes().Any(Rune.IsControl) ? "A name must not contain control characters." : null;
    }
}
