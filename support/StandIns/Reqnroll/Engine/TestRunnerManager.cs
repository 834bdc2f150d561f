using System.Collections.Concurrent;
using System.Reflection;
using Reqnroll.Engine;
using Reqnroll.Infrastructure;

#pragma warning disable IDE0130 // The real package has it in this namespace.
namespace Reqnroll;

/// <summary>Where generated code gets its runners from; not for steps.</summary>
public class TestRunnerManager
{
    private static readonly ConcurrentDictionary<Assembly, Lazy<TestRun>> Runs = [];

    private TestRunnerManager()
    {
    }

    /// <summary>Begins the run of a test assembly.</summary>
    public static Task OnTestRunStartAsync(Assembly? testAssembly = null, IContainerBuilder? containerBuilder = null)
        => RunOf(testAssembly ?? Assembly.GetCallingAssembly()).StartAsync();

    /// <summary>Ends the run of a test assembly.</summary>
    public static Task OnTestRunEndAsync(Assembly? testAssembly = null, IContainerBuilder? containerBuilder = null)
        => Runs.TryRemove(testAssembly ?? Assembly.GetCallingAssembly(), out var run) ? run.Value.EndAsync() : Task.CompletedTask;

    /// <summary>A runner for a scenario, by preference one that is in the midst of its feature.</summary>
    public static ITestRunner GetTestRunnerForAssembly(
        Assembly? testAssembly = null,
        IContainerBuilder? containerBuilder = null,
        FeatureInfo? featureHint = null)
        => RunOf(testAssembly ?? Assembly.GetCallingAssembly()).Take(featureHint!);

    /// <summary>Gives a runner back.</summary>
    public static void ReleaseTestRunner(ITestRunner testRunner) => ((TestRunner)testRunner).Run.Return((TestRunner)testRunner);

    /// <summary>Ends a feature wherever it was begun.</summary>
    public static Task ReleaseFeatureAsync(FeatureInfo featureInfo, Assembly? testAssembly = null, IContainerBuilder? containerBuilder = null)
        => RunOf(testAssembly ?? Assembly.GetCallingAssembly()).EndFeatureAsync(featureInfo);

    /// <summary>Lets a test say what a test assembly's run consists of.</summary>
    internal static void Use(Assembly testAssembly, TestRun run) => Runs[testAssembly] = new Lazy<TestRun>(run);

    private static TestRun RunOf(Assembly tests)
        => Runs.GetOrAdd(tests, static assembly => new Lazy<TestRun>(() => TestRun.For(assembly))).Value;
}
