using System.Diagnostics;
using System.Reflection;
using Reqnroll.BoDi;
using Reqnroll.Bindings;
using Reqnroll.UnitTestProvider;

namespace Reqnroll.Engine;

/// <summary>The run of one test assembly: its bindings, its settings, and the runners of its features.</summary>
internal sealed class TestRun
{
    private readonly Lock gate = new();
    private readonly List<TestRunner> free = [];
    private Exception? firstError;

    public TestRun(Settings settings, IEnumerable<Type> bindingTypes, IRunListener? listener)
    {
        Settings = settings;
        Listener = listener;
        Registry = new BindingRegistry(bindingTypes);
        Converter = new ArgumentConverter(Registry);
        Matcher = new StepMatcher(Registry, Converter);
        Container.RegisterInstanceAs<IUnitTestRuntimeProvider>(Provider);
    }

    public Settings Settings { get; }

    public IRunListener? Listener { get; }

    public BindingRegistry Registry { get; }

    public ArgumentConverter Converter { get; }

    public StepMatcher Matcher { get; }

    public XunitRuntimeProvider Provider { get; } = new();

    public ObjectContainer Container { get; } = new();

    /// <summary>The run as reqnroll.json beside the test assembly describes it.</summary>
    public static TestRun For(Assembly tests)
    {
        var settings = Settings.Load(AppContext.BaseDirectory, Environment.GetEnvironmentVariable);
        var assemblies = settings.BindingAssemblies.Select(Load).Prepend(tests).Distinct();
        IRunListener? listener = settings.MessagesPath is null ? null : Messages.MessageFormatter.ToFile(settings.MessagesPath);
        return new TestRun(settings, assemblies.SelectMany(BindingRegistry.BindingTypes), listener);
    }

    public async Task StartAsync()
    {
        Listener?.RunStarted(Registry);
        await RunHooksAsync(HookType.BeforeTestRun);
    }

    public async Task EndAsync()
    {
        try
        {
            await RunHooksAsync(HookType.AfterTestRun);
        }
        finally
        {
            Container.Dispose();
            Listener?.RunFinished(firstError);
        }
    }

    public void NoteError(Exception error) => Interlocked.CompareExchange(ref firstError, error, null);

    /// <summary>A runner that is in the midst of this feature, or a new one.</summary>
    public TestRunner Take(FeatureInfo feature)
    {
        lock (gate)
        {
            var index = free.FindIndex(r => r.FeatureContext?.FeatureInfo == feature);
            if (index < 0)
            {
                return new TestRunner(this);
            }

            var runner = free[index];
            free.RemoveAt(index);
            return runner;
        }
    }

    public void Return(TestRunner runner)
    {
        lock (gate)
        {
            free.Add(runner);
        }
    }

    public async Task EndFeatureAsync(FeatureInfo feature)
    {
        TestRunner[] ending;
        lock (gate)
        {
            ending = [.. free.Where(r => r.FeatureContext?.FeatureInfo == feature)];
            free.RemoveAll(ending.Contains);
        }

        foreach (var runner in ending)
        {
            await runner.OnFeatureEndAsync();
        }
    }

    private async Task RunHooksAsync(HookType type)
    {
        foreach (var hook in Registry.HooksFor(type, null, null))
        {
            var from = Stopwatch.GetTimestamp();
            Exception? error = null;
            try
            {
                await CallHookAsync(hook, Container);
            }
            catch (Exception thrown)
            {
                error = thrown;
                NoteError(thrown);
                throw;
            }
            finally
            {
                Listener?.RunHook(hook, Stopwatch.GetElapsedTime(from), error);
            }
        }
    }

    /// <summary>Calls a hook with arguments from the container.</summary>
    public async Task CallHookAsync(Hook hook, ObjectContainer container)
    {
        if (Settings.IsDryRun)
        {
            return;
        }

        var method = hook.Method;
        var target = method.Method.IsStatic ? null : container.Resolve(method.Type);
        object?[] arguments = [.. method.Parameters.Select(p => container.Resolve(p))];
        await method.CallAsync(target, arguments);
    }

    private static Assembly Load(string name)
    {
        try
        {
            return Assembly.Load(new AssemblyName(name));
        }
        catch (Exception error) when (error is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new ReqnrollException(
                $"reqnroll.json names the binding assembly '{name}', which cannot be loaded: reference its project from the test project.", error);
        }
    }
}
