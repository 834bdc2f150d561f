using System.Text.Json;

namespace PropIQ.Proof.Mutants;

/// <summary>One change to a source, and whether it was noticed.</summary>
/// <param name="Id">Its number in the mutated assembly.</param>
/// <param name="File">The source, below the repository.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Source">The first line of what was changed, as it stands in the source.</param>
/// <param name="Kind">The kind of change, such as "Equality mutation".</param>
/// <param name="Replacement">What stands there instead.</param>
/// <param name="Status">What became of it.</param>
internal sealed record Mutant(int Id, string File, int Line, string Source, string Kind, string Replacement, MutantStatus Status)
{
    /// <summary>The mutants that were tried, of a report in the mutation testing elements' format.</summary>
    public static IReadOnlyList<Mutant> ReadAll(string reportFile, string root)
    {
        using var report = JsonDocument.Parse(System.IO.File.ReadAllText(reportFile));
        return [.. report.RootElement.GetProperty("files").EnumerateObject().SelectMany(file => OfFile(file, root)).OrderBy(mutant => mutant.Id)];
    }

    private static IEnumerable<Mutant> OfFile(JsonProperty file, string root)
    {
        var lines = file.Value.GetProperty("source").GetString()!.Split('\n');
        var path = Path.IsPathRooted(file.Name) ? Path.GetRelativePath(root, file.Name) : file.Name;
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            if (Enum.TryParse<MutantStatus>(mutant.GetProperty("status").GetString(), out var status))
            {
                var line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                yield return new Mutant(
                    int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture),
                    path.Replace('\\', '/'),
                    line,
                    lines[line - 1].Trim(),
                    mutant.GetProperty("mutatorName").GetString()!,
                    mutant.GetProperty("replacement").GetString()!.ReplaceLineEndings(" "),
                    status);
            }
        }
    }
}

/// <summary>What became of a mutant. Others, which did not compile or were not asked for, are not read at all.</summary>
internal enum MutantStatus
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests did not end any more: noticed, too.</summary>
    Timeout,

    /// <summary>Nobody noticed.</summary>
    Survived,

    /// <summary>No test came by.</summary>
    NoCoverage,
}
