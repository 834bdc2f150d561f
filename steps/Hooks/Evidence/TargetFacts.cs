using System.Globalization;
using PropIQ.Client;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks.Houses;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Evidence;

/// <summary>What the run is about: the PropIQ under test by name, address and version, what can be done with it and what cannot, and the seed.</summary>
internal sealed record TargetFacts(string Target, string Url, string? Build, string Seed, IReadOnlyList<string> Capabilities, IReadOnlyList<string> Missing)
{
    private static Task<TargetFacts>? asked;

    /// <summary>What is known by now; null before the PropIQ has answered.</summary>
    public static TargetFacts? Known => asked is { IsCompletedSuccessfully: true } done ? done.Result : null;

    /// <summary>Asks, if nobody has, and goes on at once. A PropIQ of a scenario's own may be broken on purpose: it is not asked.</summary>
    public static void Ask(PropIqUnderTest propIq)
    {
        if (propIq.OwnHost is null && asked is null)
        {
            asked = AskAsync(propIq);
        }
    }

    private static async Task<TargetFacts> AskAsync(PropIqUnderTest propIq)
    {
        using var client = new PropIqClient(propIq.Reach());
        var health = await client.GetHealthAsync(CancellationToken.None);
        return new TargetFacts(
            TheHouse.Target?.Name ?? "sandbox",
            propIq.Url.GetLeftPart(UriPartial.Path),
            health.Value is { } known ? $"PropIQ {known.Version}, contract {known.ContractVersion}" : null,
            Dice.RunSeed.ToString(CultureInfo.InvariantCulture),
            [.. Capability.All.Where(propIq.Offers)],
            [.. Capability.All.Where(name => !propIq.Offers(name))]);
    }
}
