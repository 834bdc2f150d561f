using System.Globalization;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Users;

/// <summary>Makes the users of a load: the same ones for the same seed, each shard its own of them.</summary>
internal static class Population
{
    /// <summary>For personas without one; made up, like the people.</summary>
    private const string MadeUpPassword = "SimLoad2025!Go";

    /// <summary>This shard's users, by number.</summary>
    public static IReadOnlyList<VirtualUser> Of(LoadOrder order)
    {
        var plan = order.Plan;
        var mix = PersonaMix.Of(plan, order.Personas, order.Seed);
        var journeys = order.Personas.Select(persona => new Journey(persona, plan)).ToList();
        var users = new List<VirtualUser>(plan.Users / plan.Shard.Of + 1);
        for (var number = plan.Shard.Number - 1; number < plan.Users; number += plan.Shard.Of)
        {
            var persona = order.Personas[mix[number]];
            var name = string.Create(CultureInfo.InvariantCulture, $"n{number}");
            var email = Rewriting.WithRun(Rewriting.Marked(persona.Email, name), order.RunId);
            users.Add(new(number, persona, journeys[mix[number]], email, persona.Password ?? MadeUpPassword, SeededRandom.For(order.Seed, name)));
        }

        return users;
    }
}
