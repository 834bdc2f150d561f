using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace PropIQ.ReferenceApi.Accounts.Tokens;

/// <summary>Refresh tokens: 256 random bits, of which only the SHA-256 is kept. So much randomness needs no salt.</summary>
public static class RefreshTokens
{
    /// <summary>A new one, as the client gets it.</summary>
    public static string New() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of one.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
