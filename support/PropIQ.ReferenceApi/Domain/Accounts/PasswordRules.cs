using System.Text;

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
            yield return $"The password must be {MinBytes} to {MaxBytes} bytes long.";
        }

        if (!password.EnumerateRunes().Any(Rune.IsUpper))
        {
            yield return "The password must contain an upper-case letter.";
        }

        if (!password.EnumerateRunes().Any(Rune.IsLower))
        {
            yield return "The password must contain a lower-case letter.";
        }

        if (!password.EnumerateRunes().Any(Rune.IsDigit))
        {
            yield return "The password must contain a digit.";
        }

        if (password.Contains('\0'))
        {
            yield return "The password must not contain a NUL character.";
        }
    }
}
