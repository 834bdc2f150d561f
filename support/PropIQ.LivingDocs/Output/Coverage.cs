using System.Text.Json;
using PropIQ.LivingDocs.Model;
using PropIQ.Pages;

namespace PropIQ.LivingDocs.Output;

/// <summary>The coverage as JSON, for other programs.</summary>
public static class Coverage
{
    private static readonly JsonSerializerOptions Options = new(PageFile.Json) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The JSON text.</summary>
    public static string Of(PageModel model) => JsonSerializer.Serialize(
        new
        {
            Headline = Headline.Of(model),
            model.Run.StartedAt,
            model.Run.IsWhole,
            model.Run.Build,
            model.Run.Target,
            model.Run.Seed,
            Totals = new { Promises = model.Totals.Promises, Scenarios = model.Totals.Scenarios },
            Groups = By(model.Promises.Select(promise => (promise.Group, promise.Status))),
            Personas = By(model.Promises.SelectMany(promise => promise.Personas.Select(persona => (persona, promise.Status)))),
            Promises = model.Promises.Select(promise => new
            {
                promise.Id,
                promise.Group,
                promise.Status,
                promise.Severity,
                promise.Personas,
                promise.Clauses,
                Scenarios = promise.Scenarios.Select(at => new { model.Scenarios[at].Id, model.Scenarios[at].Status }),
            }),
            model.Clauses,
            model.NotChecked,
        },
        Options);

    private static Dictionary<string, Dictionary<string, int>> By(IEnumerable<(string Key, string Status)> states) =>
        states.GroupBy(state => state.Key).ToDictionary(group => group.Key, group => group.CountBy(state => state.Status).ToDictionary());
}
