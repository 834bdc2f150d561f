using System.Globalization;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Commands;

/// <summary>The plan of a run and its projected cost, in words.</summary>
internal static class DryRun
{
    public static string Write(SimulationProfile profile, IReadOnlyList<UserProfile> users, RunSettings settings, Uri? url)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"Plan of {profile.Source}: {users.Count} users against {url?.GetLeftPart(UriPartial.Path) ?? "the bundled PropIQ"}, "
            + $"{(settings.Parallel ? "in parallel" : "one after the other")}, {(settings.MaxSpeed ? "without pauses" : "in real time")}, seed {settings.Seed}");
        foreach (var user in users)
        {
            var begins = user.SignsUp ? "signs up" : $"logs in on {user.StartTier}{(user.State.AnalysesUsed > 0 ? $", {user.State.AnalysesUsed} analyses used" : "")}";
            text.WriteLine();
            text.WriteLine($"{user.Name} <{user.Email}>, {begins}; at most {Money.Dollars(Projection.Of(user, profile.Config.Prices))}");
            foreach (var action in settings.Sessions ? user.Actions : [])
            {
                var chance = action.Probability < 1 ? $", {action.Probability:0.##}" : "";
                var expected = action.Expected.Statuses is { } statuses ? $" → {string.Join(" or ", statuses)}" : "";
                text.WriteLine($"  {action.Number,2}. {action.Type}{expected}{chance}");
            }
        }

        if (settings.Chaos)
        {
            text.WriteLine();
            text.WriteLine($"Chaos: {string.Join(", ", profile.Chaos.Where(chaos => users.Any(user => user.Name == chaos.TriggerUser)).Select(chaos => chaos.Scenario))}");
        }

        var projected = users.Sum(user => Projection.Of(user, profile.Config.Prices)) + Hosting.PerRun(profile.Costs.HostingPerMonth);
        text.WriteLine();
        text.WriteLine($"Projected cost, if everything happens: {Money.Dollars(projected)} (500 and 1,500 tokens an analysis, Stripe's fees, a day's hosting)");
        return text.ToString();
    }
}
