using PropIQ.Simulator.Chaos;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>chaos_scenarios</c>.</summary>
internal static class ChaosReader
{
    public static IReadOnlyList<PlannedChaos> Read(Section top, IReadOnlyList<UserProfile> users)
    {
        var planned = new List<PlannedChaos>();
        foreach (var section in top.List("chaos_scenarios"))
        {
            var name = section.RequiredText("scenario");
            var trigger = section.RequiredText("trigger_user");
            var statuses = section.Numbers("expected_status");
            section.Ignore("action", "expected_message", "probability", "description");
            section.Done();
            if (trigger != "" && users.All(user => user.Name != trigger))
            {
                section.Error("trigger_user", $"there is no user \"{trigger}\".{Suggestion.For(trigger, users.Select(user => user.Name))}");
            }

            if (ChaosCatalogue.Find(name) is { } act)
            {
                planned.Add(new(name, trigger, statuses.Count == 0 ? null : [.. statuses.Select(status => (int)status)], act, section.At));
            }
            else if (name != "")
            {
                section.Error("scenario", $"\"{name}\" is no scenario.{Suggestion.For(name, ChaosCatalogue.Names)} There are {string.Join(", ", ChaosCatalogue.Names)}.");
            }
        }

        return planned;
    }
}
