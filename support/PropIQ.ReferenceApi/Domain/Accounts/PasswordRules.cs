using System.Text;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>What a new password must be (clause 2.1).</summary>
public interface IPasswordRules
{
    /// <summary>What is wrong with <paramref name="password"/>, in sentences; nothing when it will do.</summary>
    IEnumerable<string> Complaints(string password);
}

/// <summary>8–128 bytes of UTF-8, with an upper-case letter, a lower-case letter and a digit, of any script.</summary>
public sealed class PasswordRules : IPasswordRules
{
    private const int MinBytes = 8;
    private const int MaxBytes = 128;

    /// <inheritdoc />
    public IEnumerable<string> Complaints(string password)
    {
        var bytes = Encoding.UTF8.GetByteCount(password);
        if (bytes is < MinBytes or > MaxBytes)
        {
            yield return AccountWording.PasswordSize;
        }

        if (!password.EnumerateRunes().Any(Rune.IsUpper))
        {
            yield return AccountWording.NoUpperCase;
        }

        if (!password.EnumerateRunes().Any(Rune.IsLower))
        {
            yield return AccountWording.NoLowerCase;
        }

        if (!password.EnumerateRunes().Any(Rune.IsDigit))
        {
            yield return AccountWording.NoDigit;
        }

        if (password.Contains('\0'))
        {
            yield return AccountWording.Nul;
        }
    }
}
