using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Users;

/// <summary>Who of the load's users is which persona: exactly by weight, and then well shuffled, so that every shard has its share.</summary>
internal static class PersonaMix
{
    /// <summary>The persona of each user, as places in <paramref name="personas"/>.</summary>
    /// <exception cref="Commands.BadInputException">Nobody has any weight.</exception>
    public static int[] Of(LoadPlan plan, IReadOnlyList<UserProfile> personas, int seed)
    {
        var weights = personas.Select(persona => plan.Weights.TryGetValue(persona.Name, out var given) ? given : plan.Weights.Count > 0 ? 0 : persona.Persona.Traits.WeightAt(plan.Hour)).ToList();
        var sum = weights.Sum();
        if (sum <= 0)
        {
            throw new Commands.BadInputException(plan.Hour is { } hour ? $"No persona is about at {hour}:00: give another hour, or weights." : "No persona has any weight.");
        }

        var shares = weights.Select(weight => weight / sum * plan.Users).ToList();
        var counts = shares.Select(share => (int)share).ToList();
        foreach (var place in Enumerable.Range(0, counts.Count).OrderByDescending(place => shares[place] - counts[place]).ThenBy(place => place).Take(plan.Users - counts.Sum()))
        {
            counts[place]++;
        }

        var mix = counts.SelectMany((count, place) => Enumerable.Repeat(place, count)).ToArray();
        SeededRandom.For(seed, "personas").Shuffle(mix);
        return mix;
    }
}
