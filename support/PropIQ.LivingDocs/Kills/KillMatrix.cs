using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PropIQ.LivingDocs.Kills;

/// <summary>
/// Which faults, put into PropIQ on purpose, which scenarios noticed: the proof that the promises' scenarios can fail.
/// Written as <c>kill-matrix.json</c>.
/// </summary>
/// <param name="WrittenAt">When the last fault had been tried.</param>
/// <param name="Mode"><c>targeted</c>: each fault met the scenarios about its cases; <c>full</c>: all that come by what is wrong.</param>
/// <param name="Features">The revision of the features that were played; see <see cref="RevisionOf"/>.</param>
/// <param name="Seed">The seed of every run.</param>
/// <param name="Seconds">How long all of it took.</param>
/// <param name="IsWhole">False when it was stopped, or was to try a part of the faults only.</param>
/// <param name="Scenarios">The scenarios, as the columns.</param>
/// <param name="Faults">The faults, as the rows.</param>
public sealed record KillMatrix(
    DateTimeOffset WrittenAt,
    string Mode,
    string Features,
    string Seed,
    double Seconds,
    bool IsWhole,
    IReadOnlyList<MatrixScenario> Scenarios,
    IReadOnlyList<MatrixRow> Faults)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Reads a matrix.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="JsonException">It holds no matrix.</exception>
    public static KillMatrix Read(string path) =>
        JsonSerializer.Deserialize<KillMatrix>(File.ReadAllText(path), Options) is { Faults: not null, Scenarios: not null } matrix
            ? matrix
            : throw new JsonException($"{path} is no kill matrix.");

    /// <summary>As the file holds it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";

    /// <summary>The revision of a folder of features: the same for the same features, whatever the line ends.</summary>
    public static string RevisionOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories)
            .OrderBy(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/') + "\n"));
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}

/// <summary>A scenario, or an outline's row: its id and title, as in the living documentation, and the cases that it is about.</summary>
public sealed record MatrixScenario(string Id, string Name, IReadOnlyList<string> Cases);

/// <summary>What became of one fault.</summary>
/// <param name="Id">The saboteur's name.</param>
/// <param name="Breaks">What was wrong with PropIQ.</param>
/// <param name="Area">The part of the business.</param>
/// <param name="Cases">The promises that it broke.</param>
/// <param name="Clauses">The clauses that it violated.</param>
/// <param name="Verdict">See <see cref="Kills.Verdict"/>.</param>
/// <param name="Reason">Why it may survive, or why nothing could be found out.</param>
/// <param name="Seconds">How long its run took.</param>
/// <param name="Cells">One letter for each scenario, in their order: see <see cref="Cell"/>.</param>
/// <param name="Proofs">For each promise, a scenario that noticed.</param>
/// <param name="Unproven">Promises that it broke without a scenario of theirs noticing.</param>
/// <param name="Otherwise">Scenarios that failed in some other way, and how.</param>
public sealed record MatrixRow(
    string Id,
    string Breaks,
    string Area,
    IReadOnlyList<string> Cases,
    IReadOnlyList<string> Clauses,
    string Verdict,
    string? Reason,
    double Seconds,
    string Cells,
    IReadOnlyList<CaseProof> Proofs,
    IReadOnlyList<string> Unproven,
    IReadOnlyList<OtherRed> Otherwise);

/// <summary>A promise's scenario that turned red for a fault: in which step, and with what words.</summary>
public sealed record CaseProof(string Case, string Scenario, string Step, string Said);

/// <summary>A scenario that failed, but not by a Then that did not hold.</summary>
public sealed record OtherRed(string Scenario, string Step, string Said);

/// <summary>What may become of a fault.</summary>
public static class Verdict
{
    /// <summary>Every promise that it broke has a scenario that noticed, in a Then.</summary>
    public const string Killed = "killed";

    /// <summary>A promise was broken and no Then of its scenarios noticed.</summary>
    public const string Survived = "survived";

    /// <summary>It survived, and there is a reason why it may.</summary>
    public const string Allowed = "allowed";

    /// <summary>Nothing was to notice, and nothing did.</summary>
    public const string Harmless = "harmless";

    /// <summary>Its run came to no end, or never began: nothing was found out.</summary>
    public const string Unknown = "unknown";
}

/// <summary>What may become of a scenario under a fault.</summary>
public static class Cell
{
    /// <summary>A Then did not hold.</summary>
    public const char Killed = 'K';

    /// <summary>It failed in another way.</summary>
    public const char Red = 'r';

    /// <summary>It passed.</summary>
    public const char Green = '.';

    /// <summary>It was skipped.</summary>
    public const char Skipped = 's';

    /// <summary>It was not played; in a full matrix, because it never comes by what is wrong.</summary>
    public const char NotPlayed = ' ';
}
