using System.Collections.Specialized;
using System.Globalization;
using Reqnroll;
using Reqnroll.Engine;

namespace PropIQ.StandIns.Tests.Reqnroll.Lab;

/// <summary>How a scenario of the lab ended: by the error that xunit would be given, or by none.</summary>
public sealed record Outcome(Exception? Error, string Output)
{
    private const string SkipToken = "$XunitDynamicSkip$";

    /// <summary>Neither failed nor skipped.</summary>
    public bool Passed => Error is null;

    /// <summary>The reason that xunit would show for a skipped test; null when it was not skipped.</summary>
    public string? SkipReason
        => Error?.Message.StartsWith(SkipToken, StringComparison.Ordinal) == true ? Error.Message[SkipToken.Length..] : null;
}

/// <summary>Runs scenarios through the stand-in's engine as generated code does, with chosen bindings and without a compiler.</summary>
internal sealed class ScenarioLab(params Type[] bindings)
{
    private TestRun? run;

    public Settings Settings { get; init; } = new();

    public IRunListener? Listener { get; init; }

    public string[] FeatureTags { get; init; } = [];

    public string[] Tags { get; init; } = [];

    public string FeatureTitle { get; init; } = "Lab";

    public string Title { get; init; } = "A scenario";

    public string Language { get; init; } = "en-US";

    public TestRun Run => run ??= new TestRun(Settings, bindings, Listener);

    /// <summary>Runs lines such as "Given a basket"; a table or doc string goes with the last line.</summary>
    public async Task<Outcome> RunAsync(string[] steps, Table? table = null, string? text = null)
    {
        var feature = new FeatureInfo(new CultureInfo(Language), "", FeatureTitle, null, ProgrammingLanguage.CSharp, FeatureTags);
        var runner = new TestRunner(Run);
        await runner.OnFeatureStartAsync(feature);
        var outcome = await RunAsync(runner, steps, table, text);
        await runner.OnFeatureEndAsync();
        return outcome;
    }

    public Task<Outcome> RunAsync(params string[] steps) => RunAsync(steps, null, null);

    public async Task<Outcome> RunAsync(TestRunner runner, string[] steps, Table? table = null, string? text = null)
    {
        var output = new LabOutput();
        Exception? error = null;
        try
        {
            runner.OnScenarioInitialize(new ScenarioInfo(Title, null, Tags, new OrderedDictionary(), FeatureTags), null);
            runner.ScenarioContext!.ScenarioContainer.RegisterInstanceAs<ITestOutputHelper>(output);
            await runner.OnScenarioStartAsync();
            for (var i = 0; i < steps.Length; i++)
            {
                var isLast = i == steps.Length - 1;
                await StepAsync(runner, steps[i], isLast ? table : null, isLast ? text : null);
            }

            await runner.CollectScenarioErrorsAsync();
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        try
        {
            await runner.OnScenarioEndAsync();
        }
        catch (Exception thrown)
        {
            error ??= thrown;
        }

        return new Outcome(error, output.Output);
    }

    private static Task StepAsync(ITestRunner runner, string line, Table? table, string? text)
    {
        var parts = line.Split(' ', 2);
        return parts[0] switch
        {
            "Given" => runner.GivenAsync(parts[1], text, table),
            "When" => runner.WhenAsync(parts[1], text, table),
            "Then" => runner.ThenAsync(parts[1], text, table),
            "And" => runner.AndAsync(parts[1], text, table),
            "But" => runner.ButAsync(parts[1], text, table),
            _ => throw new ArgumentException($"'{line}' begins with no keyword", nameof(line)),
        };
    }
}
