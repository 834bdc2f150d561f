using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Analyses;

/// <summary>Analysing properties: one, one after the other, or several at the same moment.</summary>
public sealed class AnalysisDriver(PropIqUnderTest propIq, Asking asking, AccountDriver accounts, Dice dice)
{
    private readonly Dictionary<Actor, PropertyToAnalyze> asked = [];
    private readonly Dictionary<Actor, (int Submitted, int Wanted, int Peak)> overlaps = [];
    private static readonly TimeSpan OverlapDeadline = TimeSpan.FromSeconds(3);

    /// <summary>Analyses a property at an address.</summary>
    public Task<Attempt<Analysis>> AnalyzeAsync(Actor actor, string? address, CancellationToken cancellationToken) =>
        AnalyzeAsync(actor, new PropertyToAnalyze(address), cancellationToken);

    /// <summary>Analyses a property.</summary>
    public Task<Attempt<Analysis>> AnalyzeAsync(Actor actor, PropertyToAnalyze property, CancellationToken cancellationToken)
    {
        asked[actor] = property;
        return asking.TryAsync(actor, What(property.Address), Call(actor, property, cancellationToken), cancellationToken);
    }

    /// <summary>The property that the person asked about last.</summary>
    public PropertyToAnalyze AskedBy(Actor actor) => asked.TryGetValue(actor, out var property)
        ? property
        : throw new InvalidOperationException($"{actor} has not asked about a property yet: a When is missing.");

    /// <summary>Analyses a property of a type ("multi family") for a price.</summary>
    public Task<Attempt<Analysis>> AnalyzeAsync(Actor actor, string address, string type, decimal price, CancellationToken cancellationToken) =>
        AnalyzeAsync(actor, new PropertyToAnalyze(address, type.Replace(' ', '_'), price), cancellationToken);

    /// <summary>Analyses a house at an address of no matter for a price.</summary>
    public Task<Attempt<Analysis>> AnalyzeForAsync(Actor actor, decimal price, CancellationToken cancellationToken) =>
        AnalyzeAsync(actor, new PropertyToAnalyze(dice.Address(), PurchasePrice: price), cancellationToken);

    /// <summary>Analyses one more property that this scenario has not used yet.</summary>
    public Task<Attempt<Analysis>> AnalyzeAnotherAsync(Actor actor, CancellationToken cancellationToken) =>
        AnalyzeAsync(actor, new PropertyToAnalyze(dice.Address(), PurchasePrice: dice.HousePrice()), cancellationToken);

    /// <summary>Analyses different properties one after the other; each has to work.</summary>
    public async Task UseUpAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        for (var done = 0; done < count; done++)
        {
            (await AnalyzeAnotherAsync(actor, cancellationToken)).ShouldSucceed();
        }
    }

    /// <summary>Tries to have different properties analysed, one after the other, whatever becomes of each.</summary>
    public async Task TryAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        for (var tried = 0; tried < count; tried++)
        {
            await AnalyzeAnotherAsync(actor, cancellationToken);
        }
    }

    /// <summary>
    /// Submits different properties at the same moment. The model's answers are held until as many of them as the allowance
    /// lets through are under way at once, which proves that they overlapped, and until all others have been answered: who
    /// comes only when those are counted, meets no request that is under way.
    /// </summary>
    public async Task AnalyzeTogetherAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var left = (await accounts.ProfileAsync(actor, cancellationToken)).Usage?.Remaining ?? count;
        PropertyToAnalyze[] properties = [.. Enumerable.Range(0, count).Select(_ => new PropertyToAnalyze(dice.Address()))];
        await AnalyzeTogetherAsync(actor, Tries(actor, properties, cancellationToken), Math.Min(count, left), refusesOthers: true, cancellationToken);
    }

    /// <summary>Submits these addresses, all of which the allowance lets through, at the same moment.</summary>
    public Task AnalyzeTogetherAsync(Actor actor, IReadOnlyList<string> addresses, CancellationToken cancellationToken) =>
        AnalyzeTogetherAsync(actor, [.. addresses.Select(address => new PropertyToAnalyze(address))], addresses.Count, cancellationToken);

    /// <summary>Submits a property from each of these devices at the same moment; the allowance lets so many through.</summary>
    public Task AnalyzeTogetherOnAsync(Actor actor, IReadOnlyList<string> devices, int overlapping, CancellationToken cancellationToken) => AnalyzeTogetherAsync(
        actor,
        [.. devices.Select(device =>
        {
            actor.Take(device);
            var property = new PropertyToAnalyze(dice.Address());
            return (What(property.Address), Call(actor, property, cancellationToken));
        })],
        overlapping,
        refusesOthers: true,
        cancellationToken);

    /// <summary>Submits these properties at the same moment, proven to overlap.</summary>
    public Task AnalyzeTogetherAsync(Actor actor, IReadOnlyList<PropertyToAnalyze> properties, int overlapping, CancellationToken cancellationToken) =>
        AnalyzeTogetherAsync(actor, Tries(actor, properties, cancellationToken), overlapping, refusesOthers: false, cancellationToken);

    // Others that are refused are to be answered while the model still holds the rest; clicks on one property share its answer.
    private async Task AnalyzeTogetherAsync(
        Actor actor, (string What, Func<PropIqClient, Task<Answer<Analysis>>> Call)[] tries, int overlapping, bool refusesOthers, CancellationToken cancellationToken)
    {
        var ai = PropIqUnderTest.Need(propIq.Ai, "openai-faults");
        var (user, answered) = (Id(actor), 0);
        var others = refusesOthers ? tries.Length - overlapping : 0;
        await ai.HoldUntilAsync(user, overlapping + others, OverlapDeadline, cancellationToken);
        var trying = asking.TryTogetherAsync(actor, [.. tries.Select(each => (each.What, Noted(each.Call)))], cancellationToken);
        await (others > 0 ? OthersAnsweredAsync() : trying);
        await ai.HealAsync(user, cancellationToken);
        await trying;
        overlaps[actor] = (tries.Length, overlapping, await ai.PeakOverlapAsync(user, cancellationToken));

        Task OthersAnsweredAsync() => Eventually.SeeAsync(
            () => ai.PeakOverlapAsync(user, cancellationToken),
            peak => trying.IsCompleted || peak > overlapping || (peak == overlapping && Volatile.Read(ref answered) >= others),
            OverlapDeadline,
            cancellationToken);

        Func<PropIqClient, Task<Answer<Analysis>>> Noted(Func<PropIqClient, Task<Answer<Analysis>>> call) => async client =>
        {
            var answer = await call(client);
            Interlocked.Increment(ref answered);
            return answer;
        };
    }

    /// <summary>What was submitted together was analysed together: nobody waited in a line (contract, 3.6).</summary>
    public void ShouldHaveOverlapped(Actor actor)
    {
        var (submitted, wanted, peak) = overlaps.TryGetValue(actor, out var seen)
            ? seen
            : throw new InvalidOperationException($"{actor} has submitted nothing together: a When is missing.");
        Verdict.That(peak >= wanted, $"{actor}'s {submitted} requests were to be under way together, but PropIQ had no more than {peak} of them analysed at once");
    }

    /// <summary>What the model says about this person's properties from now on.</summary>
    public Task ModelSaysAsync(Actor actor, Mocks.OpenAi.AiScript script, CancellationToken cancellationToken) =>
        PropIqUnderTest.Need(propIq.Ai, "openai-faults").SayAsync(Id(actor), script, cancellationToken);

    /// <summary>What is tried when a property at an address is analysed.</summary>
    public static string What(string? address) => $"analyse \"{address}\"";

    /// <summary>The account's id, by which the model knows the person.</summary>
    public static string Id(Actor actor) => actor.UserId?.Text
        ?? throw new InvalidOperationException($"{actor} has no account yet: a Given that signs {actor} up is missing.");

    private static (string What, Func<PropIqClient, Task<Answer<Analysis>>> Call)[] Tries(
        Actor actor, IEnumerable<PropertyToAnalyze> properties, CancellationToken cancellationToken) =>
        [.. properties.Select(property => (What(property.Address), Call(actor, property, cancellationToken)))];

    private static Func<PropIqClient, Task<Answer<Analysis>>> Call(Actor actor, PropertyToAnalyze property, CancellationToken cancellationToken)
    {
        var token = actor.Token;
        return client => client.AnalyzeAsync(token, property, cancellationToken);
    }
}
