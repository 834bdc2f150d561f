using PropIQ.LivingDocs.Model;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace PropIQ.LivingDocs.Output;

/// <summary>
/// Which clauses of the contract a PropIQ kept, as YAML: to be kept beside a release, or compared with another's. A clause
/// is as good as the worst scenario about it that could be checked.
/// </summary>
public static class Conformance
{
    private const string KnownMark = "Known deviation since ";

    private static readonly ISerializer Yaml = new SerializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance)
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull | DefaultValuesHandling.OmitEmptyCollections)
        .WithQuotingNecessaryStrings()
        .DisableAliases()
        .Build();

    /// <summary>The YAML text.</summary>
    public static string Of(PageModel model) => Yaml.Serialize(new
    {
        model.Run.Target,
        model.Run.Url,
        Version = model.Run.Build,
        Date = model.Run.StartedAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        model.Run.Seed,
        Complete = model.Run.IsWhole,
        model.Run.Capabilities,
        MissingCapabilities = model.Run.Missing,
        Scenarios = Counted(model.Scenarios.Select(State)),
        Clauses = model.Clauses.ToDictionary(clause => clause.Number, clause => ClauseOf(clause, model)),
    });

    private static object ClauseOf(Clause clause, PageModel model)
    {
        var scenarios = model.Promises.Where(promise => clause.Promises.Contains(promise.Id)).SelectMany(promise => promise.Scenarios).Distinct()
            .Select(at => model.Scenarios[at]).ToList();
        var states = scenarios.Select(State).ToList();
        return new
        {
            clause.Title,
            Status = Worst(states),
            Scenarios = Counted(states),
            Missing = Named(scenarios.Where(scenario => State(scenario) == States.NotCheckable).SelectMany(Missing)),
            BrokenCases = CasesOf(scenarios, States.Broken),
            KnownDeviations = Named(scenarios.Where(scenario => State(scenario) == States.KnownDeviation).Select(scenario => scenario.Reason!.Split('\n')[0])),
        };
    }

    private static string State(ScenarioView scenario) => scenario.Status switch
    {
        Status.Passed => States.Kept,
        Status.Failed or Status.CutOff => States.Broken,
        Status.Skipped when scenario.Reason?.StartsWith(KnownMark, StringComparison.Ordinal) == true => States.KnownDeviation,
        Status.Skipped when scenario.Capability is not null => States.NotCheckable,
        _ => States.NotRun,
    };

    private static string Worst(IReadOnlyCollection<string> states) =>
        states.Contains(States.Broken) ? States.Broken
        : states.Contains(States.KnownDeviation) ? States.KnownDeviation
        : states.Count == 0 || !states.Contains(States.Kept) ? states.Contains(States.NotCheckable) ? States.NotCheckable : States.NotRun
        : states.All(state => state == States.Kept) ? States.Kept
        : States.KeptAsFarAsChecked;

    // What a scenario needs and this PropIQ has not; a step may have missed something beyond the tags.
    private static IEnumerable<string> Missing(ScenarioView scenario) => Outcome.CapabilitiesIn(scenario.Reason ?? "");

    private static List<string> CasesOf(IEnumerable<ScenarioView> scenarios, string state) =>
        Named(scenarios.Where(scenario => State(scenario) == state).SelectMany(scenario => scenario.Promises));

    private static List<string> Named(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, int> Counted(IEnumerable<string> states) => states.CountBy(state => state).OrderBy(count => count.Key, StringComparer.Ordinal).ToDictionary();

    private static class States
    {
        public const string Kept = "kept";
        public const string KeptAsFarAsChecked = "kept_as_far_as_checked";
        public const string Broken = "broken";
        public const string KnownDeviation = "known_deviation";
        public const string NotCheckable = "not_checkable";
        public const string NotRun = "not_run";
    }
}
