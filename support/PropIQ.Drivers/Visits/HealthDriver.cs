using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Visits;

/// <summary>Asking PropIQ how it is, at both of the doors where it tells (contract, 3.15).</summary>
public sealed class HealthDriver(Asking asking, Pace pace)
{
    private const string MajorContractVersion = "1";
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);
    private static readonly string[] Parts = ["database", "stripe", "ai"];
    private readonly List<Attempt<Health>> answers = [];
    private Actor? asker;

    /// <summary>Asks at both doors.</summary>
    public async Task AskAsync(Actor actor, CancellationToken cancellationToken)
    {
        asker = actor;
        answers.Clear();
        answers.Add(await asking.TryAsync(actor, "ask how PropIQ is", client => client.GetHealthAsync(cancellationToken), cancellationToken));
        answers.Add(await asking.TryAsync(actor, "ask how the service is", client => client.GetServiceHealthAsync(cancellationToken), cancellationToken));
    }

    /// <summary>PropIQ is well, in all its parts, and says what it is.</summary>
    public Task ShouldBeWellAsync(CancellationToken cancellationToken) => EventuallyAsync(
        () =>
        {
            foreach (var health in answers.Select(answer => answer.ShouldBeWhole()))
            {
                Verdict.That(health.Status is not (null or "" or "degraded"), $"PropIQ should be well, but says {health.Status ?? "nothing"}");
                Verdict.That(!string.IsNullOrEmpty(health.Version), "PropIQ should say its version, but does not");
                Verdict.That(
                    health.ContractVersion?.Split('.')[0] == MajorContractVersion,
                    $"PropIQ should keep contract {MajorContractVersion}, but says {health.ContractVersion ?? "nothing"}");
                var words = Parts.Select(part => WordFor(health.Checks, part)).Distinct().ToList();
                Verdict.That(words.Count == 1, $"each of PropIQ's parts should be as well as the others, but they are {string.Join(", ", words)}");
            }
        },
        cancellationToken);

    /// <summary>PropIQ works on, degraded, and of all its parts names these.</summary>
    public Task ShouldBeDegradedAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken) => EventuallyAsync(
        () =>
        {
            foreach (var health in answers.Select(answer => answer.ShouldSucceed()))
            {
                Verdict.That(health.Status == "degraded", $"PropIQ should be degraded, but says {health.Status ?? "nothing"}");
                ShouldName(parts, health.Checks);
            }
        },
        cancellationToken);

    /// <summary>PropIQ is not well, so that whoever watches over it acts, and of all its parts names these.</summary>
    public Task ShouldNotBeWellAsync(IReadOnlyList<string> parts, CancellationToken cancellationToken) => EventuallyAsync(
        () =>
        {
            foreach (var answer in answers)
            {
                Verdict.That(answer.Answer.Status == 503, $"PropIQ should not be well, but {answer.Outcome}");
                Verdict.That(
                    answer.Problem?.Members.TryGetValue("checks", out var checks) == true && checks.ValueKind == JsonValueKind.Object,
                    "PropIQ should say which of its parts is not well, but does not");
                ShouldName(parts, answer.Problem!.Members["checks"].EnumerateObject().ToDictionary(check => check.Name, check => check.Value));
            }
        },
        cancellationToken);

    // What PropIQ says may lag behind for a moment: it need not look at its parts each time that somebody asks.
    private async Task EventuallyAsync(Action judge, CancellationToken cancellationToken)
    {
        var actor = asker ?? throw new InvalidOperationException("Nobody asked how PropIQ is: a When is missing.");

        // Four looks a second are below the rate limit, and a PropIQ without its database moves nobody's clock.
        pace.LeaveClockAlone(actor);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Soon && !Holds(judge); await AskAsync(actor, cancellationToken))
        {
            await pause.WaitForNextTickAsync(cancellationToken);
        }

        judge();
    }

    private static bool Holds(Action judge)
    {
        try
        {
            judge();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return false;
        }
    }

    private static void ShouldName(IReadOnlyList<string> parts, IReadOnlyDictionary<string, JsonElement>? checks)
    {
        var others = Parts.Except(parts).Select(other => WordFor(checks, other)).Distinct().ToList();
        Verdict.That(
            others.Count == 1 && parts.All(part => WordFor(checks, part) != others[0]),
            $"of PropIQ's parts {string.Join(" and ", parts)} alone should not be well, but they are: {string.Join(", ", Parts.Select(each => $"{each} {WordFor(checks, each)}"))}");
    }

    // How a check says that it is well is PropIQ's own choice.
    private static string WordFor(IReadOnlyDictionary<string, JsonElement>? checks, string part)
    {
        Verdict.That(checks?.ContainsKey(part) == true, $"PropIQ should say how its {part} is, but does not");
        var check = checks![part];
        return check.ValueKind == JsonValueKind.Object ? WordIn(check) : check.GetRawText();
    }

    // A check may tell more than its word, such as how long it took: that is no word.
    private static string WordIn(JsonElement check) => string.Join(
        ", ",
        check.EnumerateObject()
            .Where(member => member.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                || (member.Value.ValueKind == JsonValueKind.String && !DateTimeOffset.TryParse(member.Value.GetString(), CultureInfo.InvariantCulture, out _)))
            .Select(member => member.Value.GetRawText()));
}
