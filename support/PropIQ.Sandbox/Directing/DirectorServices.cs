using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Directing;

/// <summary>The interfaces that can be reached from another process. There is no way to any other type or member.</summary>
internal static class DirectorServices
{
    /// <summary>All of them; each is found in a director, or is not there.</summary>
    public static readonly IReadOnlyList<DirectorService> All =
    [
        new("stripe", typeof(IStripeControl), director => director.Stripe),
        new("openai", typeof(IOpenAiControl), director => director.Ai),
        new("slack", typeof(IInboxControl), director => director.Slack),
        new("email", typeof(IInboxControl), director => director.Email),
        new("wandb", typeof(IInboxControl), director => director.Wandb),
        new("surroundings", typeof(ISurroundings), director => director.Surroundings),
        new("sandbox", typeof(ISandboxControl), director => (director as ISandboxDirector)?.Sandbox),
    ];

    /// <summary>Tells two versions of the interfaces apart: both sides must have the same.</summary>
    public static readonly string Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', All.SelectMany(service => service.Interface.GetMethods().Select(method => $"{service.Name} {method}"))))))[..12];
}

/// <summary>One interface: what it is called on the way, and where it is found.</summary>
internal sealed record DirectorService(string Name, Type Interface, Func<IDirector, object?> In)
{
    /// <summary>Where a member is called.</summary>
    public string PathOf(MethodInfo member) => $"/{Name}/{member.Name}";
}

/// <summary>What a director says of itself.</summary>
internal sealed record DirectorCard(string Version, IReadOnlyList<string> Services);
