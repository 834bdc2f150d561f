using PropIQ.Targets.Reading;
using PropIQ.Targets.Yaml;

namespace PropIQ.Targets;

/// <summary>Which PropIQ is meant, as the environment says: a target file, an address alone, or neither.</summary>
public static class TargetChoice
{
    /// <summary>Names the target: a file of <c>support/targets</c> without its ending, or any path.</summary>
    public const string TargetVariable = "PROPIQ_TARGET";

    /// <summary>The quick way: an address alone; with a target file, instead of its <c>base_url</c>.</summary>
    public const string BaseUrlVariable = "PROPIQ_BASE_URL";

    /// <summary>Capabilities, with commas between, that are not to be used although they are there.</summary>
    public const string WithoutVariable = "PROPIQ_WITHOUT";

    /// <summary>Holds the secret of the testing interface of a PropIQ on this machine.</summary>
    public const string TestingVariable = "PROPIQ_TESTING_SECRET";

    /// <summary>Holds what signs webhooks of a PropIQ on this machine.</summary>
    public const string WebhookVariable = "STRIPE_WEBHOOK_SECRET";

    /// <summary>Holds the key of access tokens of a PropIQ on this machine.</summary>
    public const string TokenVariable = "JWT_SECRET";

    /// <summary>The address of the director of the mocks that a PropIQ on this machine calls.</summary>
    public const string DirectorVariable = "PROPIQ_DIRECTOR";

    /// <summary>Holds the director's secret.</summary>
    public const string DirectorSecretVariable = "PROPIQ_DIRECTOR_SECRET";

    /// <summary>The environment variable with the options that "run" of the sandbox was given, where it runs the suite: what it ran against is gone afterwards.</summary>
    public const string SandboxRunVariable = "PROPIQ_SANDBOX_RUN";

    private const string Folder = "support/targets";
    private const string Ending = ".yaml";

    /// <summary>The target that is meant; null means the bundled reference API.</summary>
    /// <param name="variable">The environment.</param>
    /// <param name="start">Where the search for <c>support/targets</c> begins; it goes upward.</param>
    /// <exception cref="TargetException">It cannot be used.</exception>
    public static Target? From(Func<string, string?> variable, string start)
    {
        if (variable(TargetVariable) is { Length: > 0 } named)
        {
            return TargetReader.ReadFile(FileOf(named, start), variable);
        }

        return variable(BaseUrlVariable) is { Length: > 0 } url ? TargetReader.Read(Url(url, BaseUrlVariable).Authority, $"name: \"{new Uri(url).Authority}\"", variable) : null;
    }

    /// <summary>The capabilities that are not to be used.</summary>
    /// <exception cref="TargetException">One of them is none.</exception>
    public static IReadOnlySet<string> Without(Func<string, string?> variable)
    {
        var names = (variable(WithoutVariable) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();
        return names.FirstOrDefault(name => !Capability.All.Contains(name)) is { } unknown
            ? throw new TargetException($"{WithoutVariable}: \"{unknown}\" is no capability.{Suggestion.For(unknown, Capability.All)} There are {string.Join(", ", Capability.All)}.")
            : names;
    }

    /// <summary>An address that was given somewhere else than in a file.</summary>
    /// <exception cref="TargetException">It is none.</exception>
    internal static Uri Url(string text, string variable) =>
        Complaint(text) is { } complaint ? throw new TargetException($"{variable}: {complaint}") : new Uri(text);

    /// <summary>What is wrong with an address; null if nothing is.</summary>
    internal static string? Complaint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host == "")
        {
            return "an address is expected, like \"https://staging.example.com\".";
        }

        return url switch
        {
            { UserInfo: not "" } => "an address must not hold a name or a password.",
            { Query: not "" } or { Fragment: not "" } => "an address without \"?\" and \"#\" is expected.",
            _ => null,
        };
    }

    private static string FileOf(string named, string start)
    {
        if (named.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || named.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || named.Contains('/', StringComparison.Ordinal) || Path.IsPathRooted(named))
        {
            return File.Exists(named) ? named : throw new TargetException($"{TargetVariable}: there is no file {named} (seen from {Environment.CurrentDirectory}).");
        }

        var folder = FolderAbove(start) ?? throw new TargetException($"{TargetVariable}: there is no {Folder} at or above {start} to look for \"{named}\" in: give the file's path.");
        var file = Path.Combine(folder, named + Ending);
        if (File.Exists(file))
        {
            return file;
        }

        var there = Directory.GetFiles(folder, "*" + Ending).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal).ToList();
        throw new TargetException($"{TargetVariable}: there is no target \"{named}\" in {Folder}.{Suggestion.For(named, there)} There are {string.Join(", ", there)}.");
    }

    private static string? FolderAbove(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, Folder) is var folder && Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
