using System.Security.Cryptography;
using System.Text;

namespace Testcontainers.PostgreSql.Local;

/// <summary>
/// A password as PostgreSQL keeps it (RFC 5803), derived in one round. Thousands of rounds, its own choice, protect a weak password
/// in a stolen file, and cost each new connection milliseconds on both sides; this file is gone with the process.
/// </summary>
internal static class ScramSecret
{
    private const int Rounds = 1;
    private const int SaltBytes = 16;

    /// <summary>What PostgreSQL takes in place of the password itself.</summary>
    public static string Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var normal = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        var salted = Rfc2898DeriveBytes.Pbkdf2(normal, salt, Rounds, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var stored = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var server = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Rounds}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(stored)}:{Convert.ToBase64String(server)}";
    }
}
