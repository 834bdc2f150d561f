using System.Globalization;

namespace PropIQ.LivingDocs;

/// <summary>What the command line asks for.</summary>
public sealed record Options
{
    /// <summary>How to call the program.</summary>
    public const string Usage = """
        Writes a page that says which promises PropIQ keeps, from a test run's Cucumber Messages.

          --messages FILE…     the run's messages (several parts of a run may be given)
          --out FILE           the page, one HTML file
          --features FOLDER    the features (default: the folder "features" in or above the present folder, or the program's)
          --history FOLDER     how earlier runs ended, to compare with; --keep adds to it
          --keep NUMBER        also keep how this run ended in the history, and the newest NUMBER in all
          --since REVISION     show the rules that were added and changed since a git revision
          --json FILE          also write the coverage as JSON
          --conformance FILE   also write, as YAML, which clauses of the contract were kept
          --markdown FILE      also write a summary as Markdown
          --simulation FILE    the simulator's report (default: simulation_report.json beside the folder of features)
          --kills FILE…        which faults the suite notices (default: TestResults/sabotage/kill-matrix.json beside the folder of features)
        """;

    /// <summary>The run's messages.</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Where the page goes.</summary>
    public string? Out { get; init; }

    /// <summary>The features.</summary>
    public string? Features { get; init; }

    /// <summary>Earlier runs.</summary>
    public string? History { get; init; }

    /// <summary>How many runs to keep; 0 keeps none.</summary>
    public int Keep { get; init; }

    /// <summary>The revision to compare rules with.</summary>
    public string? Since { get; init; }

    /// <summary>Where the coverage goes.</summary>
    public string? Json { get; init; }

    /// <summary>Where the conformance summary goes.</summary>
    public string? Conformance { get; init; }

    /// <summary>Where the summary goes.</summary>
    public string? Markdown { get; init; }

    /// <summary>The simulator's report.</summary>
    public string? Simulation { get; init; }

    /// <summary>Kill matrices; several are parts of one.</summary>
    public IReadOnlyList<string>? Kills { get; init; }

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ArgumentException">It cannot be understood; the message says what is wrong.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        Dictionary<string, List<string>> given = [];
        List<string>? values = null;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                values = given.TryGetValue(argument, out var before) ? before : given[argument] = [];
            }
            else
            {
                (values ?? throw new ArgumentException($"\"{argument}\" stands before any option.")).Add(argument);
            }
        }

        var options = new Options
        {
            Messages = Take("--messages") ?? throw new ArgumentException("--messages FILE… is missing."),
            Out = One("--out") ?? throw new ArgumentException("--out FILE is missing."),
            Features = One("--features") ?? FindFeatures(Environment.CurrentDirectory) ?? FindFeatures(AppContext.BaseDirectory),
            History = One("--history"),
            Keep = One("--keep") is { } keep ? Number(keep) : 0,
            Since = One("--since"),
            Json = One("--json"),
            Conformance = One("--conformance"),
            Markdown = One("--markdown"),
            Simulation = One("--simulation"),
            Kills = Take("--kills"),
        };
        return given.Count == 0 ? options : throw new ArgumentException($"Unknown: {string.Join(", ", given.Keys)}.");

        IReadOnlyList<string>? Take(string name) =>
            given.Remove(name, out var found) ? found.Count > 0 ? found : throw new ArgumentException($"{name} needs a value.") : null;

        string? One(string name) => Take(name) switch
        {
            null => null,
            [var value] => value,
            _ => throw new ArgumentException($"{name} takes one value."),
        };
    }

    /// <summary>The folder of features in or above a folder; null when there is none.</summary>
    public static string? FindFeatures(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "features", "edge-cases.yaml")))
            {
                return Path.Combine(folder.FullName, "features");
            }
        }

        return null;
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new ArgumentException($"\"{text}\" is no number.");
}
