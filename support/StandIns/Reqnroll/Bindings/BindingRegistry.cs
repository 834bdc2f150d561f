using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Reqnroll.Expressions;

namespace Reqnroll.Bindings;

/// <summary>All bindings of a test run, found once, and what is wrong with any of them.</summary>
internal sealed class BindingRegistry
{
    private readonly ConcurrentDictionary<(StepDefinitionType, string), TextMatch[]> matches = [];
    private readonly ILookup<StepDefinitionType, StepBinding> steps;
    private readonly ILookup<HookType, Hook> hooks;

    public BindingRegistry(IEnumerable<Type> types)
    {
        var scan = new BindingScan();
        foreach (var type in types)
        {
            scan.Visit(type);
        }

        Errors = scan.Errors;
        Hooks = [.. scan.Hooks.OrderBy(h => h.Order)];
        Transformations = [.. scan.Transformations.OrderBy(t => t.Order)];
        ParameterTypes = new ParameterTypes(scan.Steps.SelectMany(s => s.Method.Parameters), Transformations);
        Steps = [.. scan.Steps.Select(Build).OfType<StepBinding>()];
        steps = Steps.ToLookup(s => s.Type);
        hooks = Hooks.ToLookup(h => h.Type);
    }

    public List<string> Errors { get; }

    public IReadOnlyList<StepBinding> Steps { get; }

    public IReadOnlyList<Hook> Hooks { get; }

    public IReadOnlyList<Transformation> Transformations { get; }

    public ParameterTypes ParameterTypes { get; }

    public static IEnumerable<Type> BindingTypes(Assembly assembly)
        => assembly.GetTypes().Where(t => t.IsClass && t.IsDefined(typeof(BindingAttribute), inherit: true));

    /// <summary>The hooks of a type that hold here, in their order, each method once.</summary>
    public IEnumerable<Hook> HooksFor(HookType type, FeatureInfo? feature, ScenarioInfo? scenario)
        => !hooks.Contains(type)
            ? []
            : hooks[type].Where(h => h.Scope is null || h.Scope.Match(feature, scenario) is not null).DistinctBy(h => h.Method.Method);

    /// <summary>The definitions whose expression matches, wherever they hold.</summary>
    public TextMatch[] Match(StepDefinitionType type, string text)
        => matches.GetOrAdd((type, text), static (key, all) => Find(key.Item1, key.Item2, all), steps);

    private static TextMatch[] Find(StepDefinitionType type, string text, ILookup<StepDefinitionType, StepBinding> all)
    {
        List<TextMatch>? found = null;
        foreach (var step in all[type])
        {
            if (step.Expression.Match(text) is { } groups)
            {
                (found ??= []).Add(new TextMatch(step, groups));
            }
        }

        return found?.ToArray() ?? [];
    }

    private StepBinding? Build(StepDraft draft, int index)
    {
        try
        {
            var expression = new StepExpression(draft.Expression, ParameterTypes);
            return new StepBinding(draft.Type, draft.Method, draft.Scope, expression, $"step-{index}");
        }
        catch (Exception error) when (error is BindingException or ArgumentException)
        {
            Errors.Add($"Invalid step definition! The step definition method '{draft.Method}' is invalid: {error.Message}");
            return null;
        }
    }
}

/// <summary>A step definition whose expression matches a text, and what the expression captured of it.</summary>
internal sealed record TextMatch(StepBinding Binding, IReadOnlyList<Group> Groups);
