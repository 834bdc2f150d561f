using System.Reflection;
using Reqnroll;
using Reqnroll.Engine;

namespace PropIQ.StandIns.Tests.Reqnroll.Lab;

/// <summary>Runs compiled features as xunit does: class by class, test by test, each with an object of its own.</summary>
internal static class LabRun
{
    public static async Task<Dictionary<string, Outcome>> RunAsync(FeatureLab lab, TestRun run)
    {
        var assembly = lab.Load();
        TestRunnerManager.Use(assembly, run);
        await TestRunnerManager.OnTestRunStartAsync(assembly);
        var outcomes = new Dictionary<string, Outcome>();
        foreach (var type in assembly.GetExportedTypes().Where(t => t.Name.EndsWith("Feature", StringComparison.Ordinal)))
        {
            foreach (var method in type.GetMethods().Where(m => m.GetCustomAttribute<FactAttribute>() is { Skip: null }))
            {
                foreach (var row in Rows(method))
                {
                    var name = method.GetCustomAttribute<FactAttribute>()!.DisplayName!;
                    outcomes[row.Length == 0 ? name : $"{name}({string.Join(", ", row.SkipLast(2))})"] = await RunAsync(type, method, row);
                }
            }

            await DisposeFixturesAsync(type);
        }

        await TestRunnerManager.OnTestRunEndAsync(assembly);
        return outcomes;
    }

    private static async Task<Outcome> RunAsync(Type type, MethodInfo method, object?[] row)
    {
        var output = new LabOutput();
        var test = (IAsyncLifetime)Activator.CreateInstance(type, output)!;
        Exception? error = null;
        try
        {
            await test.InitializeAsync();
            await (Task)method.Invoke(test, row)!;
        }
        catch (Exception thrown)
        {
            error = thrown;
        }

        try
        {
            await test.DisposeAsync();
        }
        catch (Exception thrown)
        {
            error ??= thrown;
        }

        return new Outcome(error, output.Output);
    }

    private static IEnumerable<object?[]> Rows(MethodInfo method)
        => method.GetParameters().Length == 0 ? [[]] : method.GetCustomAttributes<InlineDataAttribute>().Select(d => d.Data);

    private static async Task DisposeFixturesAsync(Type type)
    {
        foreach (var fixture in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IClassFixture<>)))
        {
            await ((IAsyncDisposable)Activator.CreateInstance(fixture.GetGenericArguments()[0])!).DisposeAsync();
        }
    }
}
