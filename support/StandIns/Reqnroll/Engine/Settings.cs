using System.Globalization;
using System.Text.Json;

namespace Reqnroll.Engine;

/// <summary>What becomes of a scenario with a pending or undefined step.</summary>
internal enum MissingOrPendingStepsOutcome
{
    Pending,
    Inconclusive,
    Ignore,
    Error,
}

/// <summary>What reqnroll.json and the environment say about a test run.</summary>
internal sealed record Settings
{
    public IReadOnlyList<string> BindingAssemblies { get; init; } = [];

    public MissingOrPendingStepsOutcome MissingOrPendingStepsOutcome { get; init; }

    public CultureInfo? BindingCulture { get; init; }

    public string? MessagesPath { get; init; }

    public bool IsDryRun { get; init; }

    /// <summary>Reads reqnroll.json beside the tests; without it, the defaults hold.</summary>
    public static Settings Load(string folder, Func<string, string?> environment)
    {
        var path = Path.Combine(folder, "reqnroll.json");
        return Parse(File.Exists(path) ? File.ReadAllText(path) : "{}", path, environment);
    }

    public static Settings Parse(string json, string path, Func<string, string?> environment)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var root = document.RootElement;
            return new Settings
            {
                BindingAssemblies = [.. Assemblies(root, "bindingAssemblies"), .. Assemblies(root, "stepAssemblies")],
                MissingOrPendingStepsOutcome = Outcome(At(root, "runtime", "missingOrPendingStepsOutcome")),
                BindingCulture = At(root, "language", "binding") is { Length: > 0 } culture ? CultureInfo.GetCultureInfo(culture) : null,
                MessagesPath = MessagesFrom(environment("REQNROLL_FORMATTERS_MESSAGE"), root),
                IsDryRun = bool.TryParse(environment("REQNROLL_DRY_RUN"), out var dry) && dry,
            };
        }
        catch (Exception error) when (error is JsonException or ArgumentException or CultureNotFoundException)
        {
            throw new ReqnrollException($"{path} cannot be used: {error.Message}", error);
        }
    }

    // Off by "false"; on by "true"; or "outputFilePath=…" (several settings are divided by semicolons).
    private static string? MessagesFrom(string? variable, JsonElement root)
    {
        var isConfigured = root.TryGetProperty("formatters", out var formatters) && formatters.TryGetProperty("message", out _);
        var configured = isConfigured ? At(formatters, "message", "outputFilePath") ?? "reqnroll_report.ndjson" : null;
        if (string.IsNullOrWhiteSpace(variable))
        {
            return configured;
        }

        if (bool.TryParse(variable, out var on))
        {
            return on ? configured ?? "reqnroll_report.ndjson" : null;
        }

        var path = variable.Split(';', StringSplitOptions.TrimEntries)
            .FirstOrDefault(part => part.StartsWith("outputFilePath=", StringComparison.OrdinalIgnoreCase));
        return path is null
            ? throw new ArgumentException($"REQNROLL_FORMATTERS_MESSAGE is '{variable}': write outputFilePath=<path>, true or false")
            : path["outputFilePath=".Length..];
    }

    private static MissingOrPendingStepsOutcome Outcome(string? text)
        => text is null ? MissingOrPendingStepsOutcome.Pending : Enum.Parse<MissingOrPendingStepsOutcome>(text, ignoreCase: true);

    private static IEnumerable<string> Assemblies(JsonElement root, string name)
        => root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(a => a.GetProperty("assembly").GetString()!)]
            : [];

    private static string? At(JsonElement element, string section, string name)
        => element.TryGetProperty(section, out var inner) && inner.ValueKind == JsonValueKind.Object && inner.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}
