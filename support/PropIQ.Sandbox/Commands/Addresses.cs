using System.CommandLine;

namespace PropIQ.Sandbox.Commands;

/// <summary>Options that are addresses.</summary>
internal static class Addresses
{
    /// <summary>An option that takes an http address.</summary>
    public static Option<Uri?> Option(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            result.AddError($"{name}: \"{result.Tokens.Single().Value}\" is no address. Write it like http://127.0.0.1:8000.");
            return null;
        },
    };

    /// <summary>Where PropIQ takes Stripe's events, by where its health is: behind the same prefix.</summary>
    public static Uri WebhookBeside(Uri health)
    {
        var path = health.AbsolutePath;
        var prefix = new[] { "/propiq/health", "/health" }.FirstOrDefault(ending => path.EndsWith(ending, StringComparison.Ordinal)) is { } known ? path[..^known.Length] : "";
        return new Uri(health, $"{prefix}/stripe/webhook");
    }
}
