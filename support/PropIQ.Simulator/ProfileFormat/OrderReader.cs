namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>execution_order</c>, and scales it with the repetitions.</summary>
internal static class OrderReader
{
    public static ExecutionOrder Read(Section? section, IReadOnlyList<UserProfile> users, int repeat)
    {
        if (section is null)
        {
            return ExecutionOrder.Default;
        }

        var steps = section.List("sequence").Select((step, index) => ReadStep(step, index + 1, users, repeat)).OrderBy(step => step.Step).ToList();
        var order = new ExecutionOrder(
            section.Word("mode", "parallel", "sequential") != "sequential",
            steps,
            Durations.Read(section, "duration"),
            section.Whole("max_concurrent_users", least: 1) is { } most ? most * repeat : null);
        section.Done();
        return order;
    }

    private static ExecutionStep ReadStep(Section section, int index, IReadOnlyList<UserProfile> users, int repeat)
    {
        var names = section.Texts("users");
        foreach (var name in names.Where(name => users.All(user => user.Name != name)))
        {
            section.Error("users", $"there is no user \"{name}\".{Suggestion.For(name, users.Select(user => user.Name))}");
        }

        var repeated = names.SelectMany(name => Enumerable.Range(1, repeat).Select(number => number == 1 ? name : $"{name}-{number}"));
        var step = new ExecutionStep(section.Whole("step") ?? index, [.. repeated], TimeSpan.FromSeconds((double)(section.Number("start_delay_seconds") ?? 0)));
        if (step.StartDelay < TimeSpan.Zero)
        {
            section.Error("start_delay_seconds", "cannot be negative.");
        }

        section.Ignore("description");
        section.Done();
        return step;
    }
}
