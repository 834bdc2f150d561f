using System.Text;

namespace PropIQ.ReferenceApi.Domain.Accounts;

/// <summary>How e-mails compare: without case (clause 2.1), and alike however their accents are composed.</summary>
public static class EmailKey
{
    /// <summary>The key under which <paramref name="email"/> is kept.</summary>
    public static string Of(string email) => email.Normalize(NormalizationForm.FormC).ToLowerInvariant();
}
