using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Properties;

/// <summary>Requests that no form would send: over-long, mistyped, broken off (contract, 2.11, 3.3 and 3.4).</summary>
public sealed class OddRequests(PropIqUnderTest propIq, Asking asking, AnalysisDriver analyses, Dice dice)
{
    private const string AnalyzePath = "/propiq/analyze";
    private const int Mebibyte = 1024 * 1024;

    private static readonly Dictionary<string, string> Paths = new()
    {
        ["an analysis"] = AnalyzePath,
        ["a comparison"] = "/propiq/compare",
        ["an export"] = "/propiq/export",
        ["a calculation"] = "/propiq/calculator",
        ["a question to support"] = "/support/chat",
        ["a checkout"] = "/stripe/create-checkout-session",
        ["a change of plan"] = "/stripe/change-plan",
        ["an account"] = "/auth/signup",
        ["a login"] = "/auth/login",
        ["new tokens"] = "/auth/refresh",
    };

    private static readonly Dictionary<string, byte[]> Unreadable = new()
    {
        ["breaks off"] = "{\"address\": \"12 Elm St, Aus"u8.ToArray(),
        ["is empty"] = [],
        ["is plain prose"] = "Please have a look at 12 Elm St, Austin."u8.ToArray(),
        ["goes on after its end"] = "{\"address\": \"12 Elm St, Austin, TX 78701\"} and more"u8.ToArray(),
        ["holds broken characters"] = [.. "{\"address\": \"12 "u8, 0xC3, 0x28, .. " St, Austin, TX 78701\"}"u8],
    };

    /// <summary>Analyses a house at an odd address.</summary>
    public async Task AnalyzeAsync(Actor actor, OddAddress address, CancellationToken cancellationToken)
    {
        if (address.Text is { } text)
        {
            await analyses.AnalyzeAsync(actor, text, cancellationToken);
            return;
        }

        await SendAsync(actor, $"analyse {address.Name}", AnalyzePath, $$"""{"address": {{address.Json}}}""", cancellationToken);
    }

    /// <summary>Analyses a house for a price that is not a number.</summary>
    public Task AnalyzeForAsync(Actor actor, string price, CancellationToken cancellationToken) =>
        AnalyzeForJsonAsync(actor, $"analyse for \"{price}\"", $"\"{price}\"", cancellationToken);

    /// <summary>Analyses a house for a one and noughts, so many digits in all.</summary>
    public Task AnalyzeForDigitsAsync(Actor actor, int digits, CancellationToken cancellationToken) =>
        AnalyzeForJsonAsync(actor, $"analyse for a price of {digits} digits", "1".PadRight(digits, '0'), cancellationToken);

    /// <summary>Analyses a house that is described in so many characters, each of them a <paramref name="letter"/>.</summary>
    public Task AnalyzeDescribedAsync(Actor actor, int characters, string letter, CancellationToken cancellationToken) => analyses.AnalyzeAsync(
        actor, new PropertyToAnalyze(dice.Address(), Description: string.Concat(Enumerable.Repeat(letter, characters))), cancellationToken);

    /// <summary>Analyses a house in a request of exactly 1 MiB and so many bytes, in one piece or in many.</summary>
    public async Task AnalyzeInLargeRequestAsync(Actor actor, int beyond, bool inPieces, CancellationToken cancellationToken)
    {
        // Members that PropIQ does not know are ignored, so nothing but the size can be wrong.
        var (head, tail) = ("{\"address\": \"" + dice.Address() + "\", \"remarks\": \"", "\"}");
        var body = head + new string('x', Mebibyte + beyond - head.Length - tail.Length) + tail;
        var request = new RawRequest("POST", AnalyzePath) { AccessToken = actor.Token, Chunked = inPieces }.WithText(body);
        await asking.TryAsync(actor, "analyse in a large request", client => client.SendRawAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Sends a request, for what features call so, that cannot be read.</summary>
    public Task SendUnreadableAsync(Actor actor, string wish, string how, CancellationToken cancellationToken)
    {
        var request = new RawRequest("POST", Paths[wish]) { AccessToken = actor.Token, Body = Unreadable[how] };
        return asking.TryAsync(actor, $"send a request for {wish} that {how}", client => client.SendRawAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Looks at a page of the history whose size is no number.</summary>
    public Task ReviewAsync(Actor actor, string size, CancellationToken cancellationToken) => asking.TryAsync(
        actor, $"review {size} analyses", client => client.SendRawAsync("GET", $"/propiq/history?limit={Uri.EscapeDataString(size)}", actor.Token, null, cancellationToken), cancellationToken);

    /// <summary>The newest request was taken, whatever it gives.</summary>
    public static void ShouldHaveBeenTaken(Actor actor) =>
        Verdict.That(actor.Journal.Last.Succeeded, $"{actor} should have been able to {actor.Journal.Last.What}, but {actor.Journal.Last.Outcome}");

    private Task<Attempt<RawText>> AnalyzeForJsonAsync(Actor actor, string what, string price, CancellationToken cancellationToken) =>
        SendAsync(actor, what, AnalyzePath, $$"""{"address": "{{dice.Address()}}", "{{propIq.Wire.ToWire("purchase_price")}}": {{price}}}""", cancellationToken);

    private Task<Attempt<RawText>> SendAsync(Actor actor, string what, string path, string body, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, what, client => client.SendRawAsync("POST", path, actor.Token, body, cancellationToken), cancellationToken);
}
