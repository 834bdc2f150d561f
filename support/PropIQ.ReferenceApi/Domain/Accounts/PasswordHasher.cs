using System.Globalization;
using System.Security.Cryptography;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>Keeps passwords as something that cannot be turned back.</summary>
public interface IPasswordHasher
{
    /// <summary>What to store for <paramref name="password"/>.</summary>
    Task<string> HashAsync(string password, CancellationToken cancellationToken);

    /// <summary>Whether <paramref name="password"/> is the one stored as <paramref name="stored"/>. Null, for nobody's, takes just as long and is false.</summary>
    Task<bool> VerifyAsync(string password, string? stored, CancellationToken cancellationToken);
}

/// <summary>
/// PBKDF2-HMAC-SHA256, stored as <c>pbkdf2-sha256$iterations$salt$hash</c> (Base64). At most one hash a core at a time,
/// away from the threads that serve requests: a crowd at the login queues here and delays nobody else.
/// </summary>
public sealed class PasswordHasher(int iterations) : IPasswordHasher, IDisposable
{
    private const string Scheme = "pbkdf2-sha256";
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private readonly SemaphoreSlim cores = new(Environment.ProcessorCount);
    private readonly Secret nobodys = new(iterations, RandomNumberGenerator.GetBytes(SaltBytes), RandomNumberGenerator.GetBytes(HashBytes));

    /// <inheritdoc />
    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = await DeriveAsync(password, salt, iterations, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{Scheme}${iterations}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}");
    }

    /// <inheritdoc />
    public async Task<bool> VerifyAsync(string password, string? stored, CancellationToken cancellationToken)
    {
        var secret = stored is null ? nobodys : Parse(stored);
        var hash = await DeriveAsync(password, secret.Salt, secret.Iterations, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(hash, secret.Hash) && stored is not null;
    }

    /// <inheritdoc />
    public void Dispose() => cores.Dispose();

    private async Task<byte[]> DeriveAsync(string password, byte[] salt, int rounds, CancellationToken cancellationToken)
    {
        await cores.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () => Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, HashBytes),
                cancellationToken);
        }
        finally
        {
            cores.Release();
        }
    }

    private static Secret Parse(string stored) =>
        stored.Split('$') is [Scheme, var rounds, var salt, var hash]
            ? new Secret(int.Parse(rounds, CultureInfo.InvariantCulture), Convert.FromBase64String(salt), Convert.FromBase64String(hash))
            : throw new FormatException(AccountWording.UnknownScheme);

    private sealed record Secret(int Iterations, byte[] Salt, byte[] Hash);
}
