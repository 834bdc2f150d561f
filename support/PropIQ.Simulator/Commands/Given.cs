using System.CommandLine;
using PropIQ.Client;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Safety;
using PropIQ.Simulator.Targets;
using PropIQ.Targets;

namespace PropIQ.Simulator.Commands;

/// <summary>What the command line, the environment and the profile say together.</summary>
internal sealed class Given(RunOptions options, ParseResult parsed)
{
    private const string ForerunnersDomain = "simulated.propiq.com";

    private readonly Lazy<Target?> file = new(() => ReadTarget(parsed, options));

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

    /// <summary>The address to run against; null is the bundled target. Command line, then environment, then profile; a target file before an address alone.</summary>
    public Uri? Url
    {
        get
        {
            if (parsed.GetValue(options.Bundled))
            {
                return parsed.GetValue(options.BaseUrl) is null && parsed.GetValue(options.TargetFile) is null
                    ? null
                    : throw new BadInputException("--bundled contradicts --base-url and --target: give one.");
            }

            return File?.BaseUrl ?? UrlAlone;
        }
    }

    /// <summary>What the target file says; null where none is named, or none is to be used.</summary>
    public Target? File => file.Value;

    /// <summary>A deployment as a target, with the secrets that the environment holds.</summary>
    public SimulationTarget Remote(Uri url) => File is { } known
        ? new(url, $"target {known.Name}")
        {
            Wire = known.Wire,
            Pace = known.RequestsPerSecond is { } perSecond ? new RequestPace(perSecond) : null,
            TestingSecret = known.Capabilities.Contains(Capability.UserSeeding) ? known.Secrets.Testing : null,
            SigningSecret = known.Capabilities.Contains(Capability.WebhookSecret) ? known.Secrets.Webhook : null,
            CallTimeout = parsed.GetResult(options.Timeout) is { Implicit: false } ? CallTimeout : known.Timeout,
        }
        : new(url, url.IsLoopback ? "local" : "deployment")
        {
            TestingSecret = Variable("PROPIQ_TESTING_SECRET"),
            SigningSecret = Variable("STRIPE_WEBHOOK_SECRET"),
            CallTimeout = CallTimeout,
        };

    private Uri? UrlAlone
    {
        get
        {
            var (text, where) = parsed.GetValue(options.BaseUrl) is { } said ? (said, "--base-url")
                : Variable("PROPIQ_BASE_URL") is { } set ? (set, "PROPIQ_BASE_URL")
                : (Profile.Config.BaseUrl ?? "bundled", $"{Profile.Source}, simulation_config.base_url");
            return text.Equals("bundled", StringComparison.OrdinalIgnoreCase) ? null
                : Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                    ? url.UserInfo == "" ? url : throw new BadInputException($"{where}: an address must not hold a name or a password.")
                : throw new BadInputException($"{where}: \"{text}\" is no address. Write it like http://localhost:8000, or \"bundled\".");
        }
    }

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

    /// <summary>The file's target. An address on the command line takes the place of the file's, unless the address alone goes first.</summary>
    private static Target? ReadTarget(ParseResult parsed, RunOptions options)
    {
        var (said, address) = (parsed.GetValue(options.TargetFile), parsed.GetValue(options.BaseUrl));
        if (parsed.GetValue(options.Bundled) || (said ?? (address is null ? Variable(TargetChoice.TargetVariable) : null)) is not { } named)
        {
            return null;
        }

        try
        {
            return TargetChoice.From(
                name => name switch
                {
                    TargetChoice.TargetVariable => named,
                    TargetChoice.BaseUrlVariable => address ?? Variable(name),
                    _ => Variable(name),
                },
                Environment.CurrentDirectory);
        }
        catch (TargetException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
