using System.CommandLine;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Safety;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Commands;

/// <summary>What the command line, the environment and the profile say together.</summary>
internal sealed class Given(RunOptions options, ParseResult parsed)
{
    private const string ForerunnersDomain = "simulated.propiq.com";

    public SimulationProfile Profile { get; } = Read(parsed, options);

    /// <summary>The users that are to play.</summary>
    public IReadOnlyList<UserProfile> Users
    {
        get
        {
            var names = parsed.GetResult(options.Users) is null ? [] : parsed.GetValue(options.Users) ?? [];
            foreach (var name in names.Where(name => Profile.Users.All(user => user.Name != name)))
            {
                throw new BadInputException($"There is no user \"{name}\" in {Profile.Source}.{Suggestion.For(name, Profile.Users.Select(user => user.Name))} There are {string.Join(", ", Profile.Users.Select(user => user.Name))}.");
            }

            return names.Length == 0 ? Profile.Users : [.. Profile.Users.Where(user => names.Any(name => user.Name == name || user.Name.StartsWith(name + "-", StringComparison.Ordinal)))];
        }
    }

    public IReadOnlyList<string> Domains =>
        parsed.GetResult(options.AllowDomain) is null ? []
        : parsed.GetValue(options.AllowDomain) is { Length: > 0 } named ? [.. named.Select(domain => domain.TrimStart('@'))] : [ForerunnersDomain];

    public decimal? Budget => parsed.GetValue(options.Budget);

    public TimeSpan CallTimeout => parsed.GetValue(options.Timeout) is > 0 and < 3_600 and var seconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new BadInputException("--timeout takes seconds, more than 0.");

    /// <summary>The address to run against; null is the bundled target. Command line, then environment, then profile.</summary>
    public Uri? Url
    {
        get
        {
            var (text, where) = parsed.GetValue(options.BaseUrl) is { } said ? (said, "--base-url")
                : Variable("PROPIQ_BASE_URL") is { } set ? (set, "PROPIQ_BASE_URL")
                : (Profile.Config.BaseUrl ?? "bundled", $"{Profile.Source}, simulation_config.base_url");
            if (parsed.GetValue(options.Bundled))
            {
                return parsed.GetValue(options.BaseUrl) is null ? null : throw new BadInputException("--bundled and --base-url contradict each other: give one.");
            }

            return text.Equals("bundled", StringComparison.OrdinalIgnoreCase) ? null
                : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url
                : throw new BadInputException($"{where}: \"{text}\" is no address. Write it like http://localhost:8000, or \"bundled\".");
        }
    }

    /// <summary>A deployment as a target, with the secrets that the environment holds.</summary>
    public SimulationTarget Remote(Uri url) => new(url, url.IsLoopback ? "local" : "deployment")
    {
        TestingSecret = Variable("PROPIQ_TESTING_SECRET"),
        SigningSecret = Variable("STRIPE_WEBHOOK_SECRET"),
        CallTimeout = CallTimeout,
    };

    public PreflightOrder Order(SimulationTarget target) => new(
        Profile,
        target,
        Domains,
        Budget,
        parsed.GetValue(options.Database),
        parsed.GetValue(options.DatabaseLimit),
        new([.. (parsed.GetValue(options.Acknowledge) ?? []).SelectMany(names => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))], parsed.GetValue(options.By)));

    public bool OwnsTarget => parsed.GetValue(options.OwnTarget);

    private static SimulationProfile Read(ParseResult parsed, RunOptions options)
    {
        var repeat = parsed.GetValue(options.Repeat);
        return repeat is < 1 or > 1_000 ? throw new BadInputException("--repeat takes a number from 1 to 1000.")
            : parsed.GetValue(options.Config) is { } path ? ProfileReader.ReadFile(path, repeat)
            : ProfileReader.ReadOwn(repeat);
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
