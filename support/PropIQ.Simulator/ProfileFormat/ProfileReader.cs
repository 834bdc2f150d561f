using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads profiles: first the YAML, then every section, collecting all that is wrong instead of stopping at the first.</summary>
internal static class ProfileReader
{
    /// <summary>Where the five power users come from when no profile is named.</summary>
    public const string OwnProfile = "power-users.yaml";

    /// <summary>The profile at a path.</summary>
    /// <exception cref="ProfileException">It cannot be run; everything that is wrong is in it.</exception>
    public static SimulationProfile ReadFile(string path, int repeat = 1)
    {
        try
        {
            return Read(path, File.ReadAllText(path), repeat);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ProfileException([new(Severity.Error, path, new(1, 1), "", $"cannot be read: {failure.Message}")]);
        }
    }

    /// <summary>The five power users.</summary>
    public static SimulationProfile ReadOwn(int repeat = 1)
    {
        using var stream = typeof(ProfileReader).Assembly.GetManifestResourceStream(OwnProfile)!;
        using var reader = new StreamReader(stream);
        return Read(OwnProfile, reader.ReadToEnd(), repeat);
    }

    /// <summary>A profile from its text; <paramref name="repeat"/> times as many users.</summary>
    /// <exception cref="ProfileException">It cannot be run.</exception>
    public static SimulationProfile Read(string source, string yaml, int repeat = 1)
    {
        var problems = new YamlProblems(source);
        if (YamlMapping.Parse(yaml, "\"simulations:\"", problems) is not { } root)
        {
            throw new ProfileException(problems.All);
        }

        var top = new Section(root, "", problems, text => text);
        var config = ConfigReader.Read(top.Under("simulation_config"));
        var users = UserReader.Read(top, root, problems, repeat);
        var profile = new SimulationProfile(
            source,
            config,
            users,
            ChaosReader.Read(top, users),
            CostReader.Read(top.Under("cost_tracking_config")),
            OrderReader.Read(top.Under("execution_order"), users, repeat),
            OutcomesReader.Read(top.Under("expected_outcomes")),
            problems.All)
        {
            Load = LoadReader.Read(top.Under("load"), users),
        };
        top.Done();
        return problems.AnyError ? throw new ProfileException(problems.All) : profile with { Warnings = problems.All };
    }
}
