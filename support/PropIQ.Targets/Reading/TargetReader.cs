using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>Reads a target file, collecting all that is wrong instead of stopping at the first.</summary>
public static class TargetReader
{
    // Everybody comes from one address there, and calls without an account may be 20 a second (contract, 7.1).
    private const int UsualPaceElsewhere = 10;
    private const int UsualTimeoutSeconds = 30;

    /// <summary>The target at a path.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="variable">The environment; the only place that secrets come from.</param>
    /// <exception cref="TargetException">It cannot be used; everything that is wrong is in the message.</exception>
    public static Target ReadFile(string path, Func<string, string?> variable)
    {
        try
        {
            return Read(path, File.ReadAllText(path), variable);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TargetException($"{path} cannot be read: {failure.Message}", failure);
        }
    }

    /// <summary>A target from its text. <c>PROPIQ_BASE_URL</c> takes the place of its <c>base_url</c>.</summary>
    /// <exception cref="TargetException">It cannot be used.</exception>
    public static Target Read(string source, string yaml, Func<string, string?> variable)
    {
        var problems = new YamlProblems(source);
        var target = YamlMapping.Parse(yaml, "\"base_url:\"", problems) is { } root
            ? Read(new Section(root, "", problems, text => text), Path.GetFileNameWithoutExtension(source), variable)
            : null;
        return target is null || problems.AnyError ? throw new TargetException(string.Join(Environment.NewLine, problems.All)) : target;
    }

    private static Target Read(Section top, string name, Func<string, string?> variable)
    {
        var target = new Target
        {
            Name = top.Text("name") ?? name,
            BaseUrl = BaseUrl(top, variable(TargetChoice.BaseUrlVariable)),
            Wire = WireReader.Read(top),
            Plans = PlansReader.Read(top.Under("plans")),
            Deviations = [.. top.List("deviations").Select(DeviationsReader.Read)],
            Timeout = TimeSpan.FromSeconds(top.Whole("timeout", least: 1) ?? UsualTimeoutSeconds),
        };
        target = target with { RequestsPerSecond = top.Whole("requests_per_second", least: 1) ?? (target.IsHere ? null : UsualPaceElsewhere) };
        target = SecretsReader.Read(top, target, variable);
        target = CapabilitiesReader.Read(top, target);
        top.Done(Severity.Error);
        return target;
    }

    private static Uri BaseUrl(Section top, string? instead)
    {
        var written = top.Text("base_url");
        if (instead is { Length: > 0 })
        {
            return TargetChoice.Url(instead, TargetChoice.BaseUrlVariable);
        }

        if (written is not { Length: > 0 })
        {
            top.Error("base_url", $"is missing: where does this PropIQ answer? ({TargetChoice.BaseUrlVariable} can say it, too.)");
        }
        else if (TargetChoice.Complaint(written) is { } complaint)
        {
            top.Error("base_url", complaint);
        }
        else
        {
            return new Uri(written);
        }

        // Never used: an error keeps the target from being used.
        return new Uri("http://127.0.0.1");
    }
}
