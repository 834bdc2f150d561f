using System.Diagnostics;
using PropIQ.Sandbox.Commands;

namespace PropIQ.Sandbox.Suites;

/// <summary>The features of this repository, as a program.</summary>
internal sealed class AcceptanceSuite(BuiltRepository repository)
{
    private const string Project = "PropIQ.Acceptance.Tests";

    /// <summary>The test program, in the configuration of this one.</summary>
    public string Program { get; } = Path.Combine(repository.Programs, Project, repository.Configuration, Project);

    /// <summary>Finds it.</summary>
    /// <exception cref="BadInputException">This program was not built in a repository.</exception>
    public static AcceptanceSuite Find() => new(BuiltRepository.Find()
        ?? throw new BadInputException($"The acceptance suite was not found from {AppContext.BaseDirectory}: run this program out of its repository, or say with --suite what is to be run."));

    /// <summary>Builds it, unless told not to; what the build says is shown when it fails.</summary>
    /// <exception cref="BadInputException">It does not build, or is not built.</exception>
    public async Task PrepareAsync(bool build, CancellationToken cancellationToken)
    {
        if (build && await BuildAsync(cancellationToken) is { } complaint)
        {
            throw new BadInputException($"The acceptance suite does not build:{Environment.NewLine}{complaint}");
        }

        if (!File.Exists(Program))
        {
            throw new BadInputException($"{Program} is not there: leave --no-build out, or build the repository first.");
        }
    }

    private async Task<string?> BuildAsync(CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "build", Path.Combine(repository.Root, "tests", Project), "--nologo", "--verbosity", "quiet", "-nodeReuse:false",
            "--configuration", repository.Configuration, BuiltRepository.Switch,
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            var said = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : said.Trim();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
