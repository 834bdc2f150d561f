using PropIQ.Simulator.Actions;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads one entry of <c>actions</c>: what every action has here, the rest by the action itself.</summary>
internal static class ActionReader
{
    public static PlannedAction Read(Section section, int number)
    {
        var type = section.RequiredText("type");
        var probability = section.Number("probability") ?? 1m;
        if (probability is < 0 or > 1)
        {
            section.Error("probability", "lies between 0 and 1.");
        }

        var action = new PlannedAction(
            number,
            type,
            section.Text("id"),
            (double)probability,
            ReadExpected(section),
            section.Texts("requires"),
            ReadAct(type, section),
            section.At);

        // Written by older profiles beside a type that settles it.
        section.Ignore("endpoint", "description", "note");
        section.Done();
        return action;
    }

    private static SimulatedAction ReadAct(string type, Section section)
    {
        if (ActionCatalogue.Create(type, section) is { } act)
        {
            return act;
        }

        if (type != "")
        {
            section.Error("type", $"\"{type}\" is no action.{Suggestion.For(type, ActionCatalogue.Names)} There are {string.Join(", ", ActionCatalogue.Names)}.");
        }

        return new UnknownAction();
    }

    private static ExpectedAnswer ReadExpected(Section section)
    {
        var statuses = section.Numbers("expected_status");
        if (statuses.Any(status => status is < 100 or > 599 || status != decimal.Truncate(status)))
        {
            section.Error("expected_status", "an HTTP status is expected, such as 200 or [200, 429].");
        }

        return new(
            statuses.Count == 0 ? null : [.. statuses.Select(status => (int)Math.Clamp(status, 0, 999))],
            section.Text("expected_message"),
            section.Text("expected_warning"),
            section.Text("expected_tier"));
    }
}
