using System.Globalization;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.EdgeCases;
using YamlDotNet.RepresentationModel;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>simulations</c>, once for each repetition: the further ones with their e-mails rewritten everywhere.</summary>
internal static class UserReader
{
    private static readonly string[] Tiers = ["free", "starter", "pro", "elite"];

    public static IReadOnlyList<UserProfile> Read(Section top, YamlMappingNode root, YamlProblems problems, int repeat)
    {
        var sections = top.List("simulations");
        if (sections.Count == 0)
        {
            top.Error("simulations", "has no users.");
            return [];
        }

        var first = sections.Select(section => Read(section, 1)).ToList();
        CheckUnique(sections, first);
        if (problems.AnyError)
        {
            return first;
        }

        var further = Enumerable.Range(2, Math.Max(0, repeat - 1)).SelectMany(number =>
            new Section(root, "", new YamlProblems(""), Rewriting.For(first, number)).List("simulations").Select(section => Read(section, number)));
        return [.. first, .. further];
    }

    private static UserProfile Read(Section section, int number)
    {
        var persona = ReadPersona(section.Under("persona"), section);
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}");
        var user = new UserProfile(
            section.RequiredText("name") + suffix,
            (section.Text("user_id") ?? "") + suffix,
            section.RequiredText("email"),
            persona,
            ReadState(section.Under("initial_state")),
            [.. section.List("actions").Select((action, index) => ActionReader.Read(action, index + 1))],
            ReadEdgeCases(section));
        section.Done();
        CheckRequires(section, user);
        return user;
    }

    private static Persona ReadPersona(Section? section, Section user)
    {
        if (section is null)
        {
            user.Error("persona", "is missing.");
            return new("", null, "free", null, null);
        }

        section.Ignore("investment_strategy", "background", "success_criteria");
        var traits = section.Under("behavioral_traits");
        var behaviour = TraitsReader.Read(traits);
        var minutes = traits?.Numbers("session_duration_minutes");
        traits?.Done();
        var persona = new Persona(
            section.Text("role") ?? "",
            section.Text("experience_level"),
            section.Word("target_tier", Tiers) ?? "free",
            section.Word("current_tier", Tiers),
            minutes is [var least, var most] && least > 0 && most >= least ? (least, most) : null) { Traits = behaviour };
        section.Done();
        return persona;
    }

    private static InitialState ReadState(Section? section)
    {
        if (section is null)
        {
            return new(0, null, null, null);
        }

        TimeOnly? time = null;
        if (section.Text("time") is { } text)
        {
            time = TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
            if (time is null)
            {
                section.Error("time", $"\"{text}\" is no time of day: write it like \"19:30\" (UTC).");
            }
        }

        var day = section.Whole("day", least: 1);
        if (day > 28)
        {
            section.Error("day", "is not in every month: 1 to 28.");
        }

        var used = section.Whole("analyses_used") ?? 0;
        var history = section.Whole("history");
        if (history < used)
        {
            section.Error("history", "cannot be less than analyses_used.");
        }

        section.Done();
        return new(used, history, day, time);
    }

    private static IReadOnlyList<string> ReadEdgeCases(Section section)
    {
        var ids = new List<string>();
        foreach (var name in section.Texts("edge_cases_to_trigger"))
        {
            if (EdgeCaseCatalogue.Instance.IdOf(name) is { } id)
            {
                ids.Add(id);
                if (!Detection.CanObserve(id))
                {
                    section.Warn("edge_cases_to_trigger", $"\"{name}\" is proved by the features; no simulation observes it.");
                }
            }
            else
            {
                section.Warn("edge_cases_to_trigger", $"\"{name}\" is not in the catalogue, so nobody can observe it.{Suggestion.For(name, EdgeCaseCatalogue.Instance.Names)}");
            }
        }

        return [.. ids.Distinct()];
    }

    private static void CheckUnique(IReadOnlyList<Section> sections, IReadOnlyList<UserProfile> users)
    {
        for (var i = 0; i < users.Count; i++)
        {
            if (users.Take(i).Any(other => other.Name == users[i].Name))
            {
                sections[i].Error("name", $"there is a \"{users[i].Name}\" already.");
            }

            if (users.Take(i).Any(other => other.Email.Equals(users[i].Email, StringComparison.OrdinalIgnoreCase)))
            {
                sections[i].Error("email", $"somebody else has \"{users[i].Email}\".");
            }
        }
    }

    private static void CheckRequires(Section section, UserProfile user)
    {
        foreach (var action in user.Actions)
        {
            var before = user.Actions.Take(action.Number - 1).SelectMany(earlier => new[] { earlier.Name, earlier.Type }).Distinct().ToList();
            foreach (var name in action.Requires.Where(name => !before.Contains(name)))
            {
                section.Error("actions", string.Create(CultureInfo.InvariantCulture, $"action {action.Number} ({action.Type}, line {action.At.Line}) requires \"{name}\", which no action before it is called.{Suggestion.For(name, before)}"));
            }
        }
    }
}
