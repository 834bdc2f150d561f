using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Tweaking;

namespace PropIQ.Sandbox;

/// <summary>How a sandbox is brought up. The defaults suit a test run; times are deadlines, never pauses.</summary>
public sealed record SandboxOptions
{
    /// <summary>The environment variable that names a PostgreSQL server which is there already.</summary>
    public const string PostgresVariable = "PROPIQ_POSTGRES";

    /// <summary>The environment variable that says where the mocks run.</summary>
    public const string MocksVariable = "PROPIQ_MOCKS";

    /// <summary>Connection string of a server that is there; null starts one. Databases are made in it under names of their own, and dropped.</summary>
    public string? Postgres { get; init; } = NotBlank(Environment.GetEnvironmentVariable(PostgresVariable));

    /// <summary>The image of the PostgreSQL container.</summary>
    public string PostgresImage { get; init; } = "postgres:15-alpine";

    /// <summary>
    /// True keeps the databases in memory where the machine has room: a run of seconds spends a fifth of its processor time on
    /// making files. Not for runs of hours, which would fill it.
    /// </summary>
    public bool InMemory { get; init; }

    /// <summary>How long a server may take to come up. Generous: the first run may have to fetch an image.</summary>
    public TimeSpan PostgresDeadline { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long any other part (mocks, template database, a host) may take to come up.</summary>
    public TimeSpan PartDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What every host has different, on top of its own tweaks; null, as nearly always, for nothing: <c>PROPIQ_HOST_TWEAKS</c>.</summary>
    /// <exception cref="SandboxException">The environment asks for tweaks that cannot be loaded.</exception>
    public RunTweaks? Tweaks { get; init; } = RunTweaks.FromEnvironment();

    /// <summary>Where the mocks run.</summary>
    /// <exception cref="SandboxException">The environment names a place that there is not.</exception>
    public MocksPlace Mocks { get; init; } = NotBlank(Environment.GetEnvironmentVariable(MocksVariable)) switch
    {
        null or "here" => MocksPlace.Here,
        "container" => MocksPlace.Container,
        _ => throw new SandboxException($"{MocksVariable} is \"container\" or \"here\" (the default)."),
    };

    /// <summary>Build arguments of the mocks' image, by the Dockerfile's names: other base images, say, where Microsoft's cannot be fetched.</summary>
    public IReadOnlyDictionary<string, string> MocksBuildArguments { get; init; } = new[] { "SDK_IMAGE", "RUNTIME_IMAGE" }
        .Select(name => (Name: name, Value: NotBlank(Environment.GetEnvironmentVariable($"{MocksVariable}_{name}"))))
        .Where(argument => argument.Value is not null)
        .ToDictionary(argument => argument.Name, argument => argument.Value!);

    /// <summary>How long the mocks' container may take to come up. Generous: the first run builds its image.</summary>
    public TimeSpan ContainerDeadline { get; init; } = TimeSpan.FromMinutes(10);

    private static string? NotBlank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
