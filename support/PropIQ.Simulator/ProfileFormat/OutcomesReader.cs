namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>expected_outcomes</c>, which is for people: shown beside what happened.</summary>
internal static class OutcomesReader
{
    private static readonly (string Group, string[] Keys)[] Groups =
    [
        ("conversions", ["free_to_paid", "tier_upgrades"]),
        ("usage_patterns", ["avg_analyses_per_session", "avg_session_duration_minutes"]),
        ("costs", ["estimated_azure_openai_cost", "estimated_stripe_fees", "estimated_total_cost"]),
    ];

    public static ExpectedOutcomes? Read(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var lines = new List<KeyValuePair<string, string>>();
        foreach (var (name, keys) in Groups)
        {
            if (section.Under(name) is { } group)
            {
                lines.AddRange(keys.Where(group.Has).Select(key => KeyValuePair.Create($"{name}.{key}", string.Join("–", group.Texts(key)))));
                group.Done();
            }
        }

        lines.AddRange(new[] { "edge_cases_found", "errors_triggered" }.Where(section.Has).Select(key => KeyValuePair.Create(key, string.Join("–", section.Texts(key)))));
        section.Done();
        return new(lines);
    }
}
