using System.Reflection;

namespace Reqnroll.Bindings;

/// <summary>A step definition whose expression is not read yet.</summary>
internal sealed record StepDraft(StepDefinitionType Type, BoundMethod Method, BindingScope? Scope, string Expression);

/// <summary>Collects the bindings of classes and what is wrong with them.</summary>
internal sealed class BindingScan
{
    private const BindingFlags All =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public List<string> Errors { get; } = [];

    public List<StepDraft> Steps { get; } = [];

    public List<Hook> Hooks { get; } = [];

    public List<Transformation> Transformations { get; } = [];

    public void Visit(Type type)
    {
        if (type.IsGenericTypeDefinition)
        {
            Errors.Add($"Binding types cannot be generic: {type.FullName}");
            return;
        }

        BindingScope[] scopes = [.. type.GetCustomAttributes<ScopeAttribute>().Select(BindingScope.Of)];
        foreach (var method in type.GetMethods(All))
        {
            Attribute[] attributes = [.. method.GetCustomAttributes()
                .Where(a => a is StepDefinitionBaseAttribute or HookAttribute or StepArgumentTransformationAttribute)];
            if (attributes.Length > 0)
            {
                Visit(new BoundMethod(method), attributes, [.. scopes, .. method.GetCustomAttributes<ScopeAttribute>().Select(BindingScope.Of)]);
            }
        }
    }

    private void Visit(BoundMethod method, Attribute[] attributes, BindingScope[] scopes)
    {
        if (method.IsAsyncVoid)
        {
            Errors.Add($"Invalid binding method '{method}': async void methods are not supported. Please use 'async Task'.");
            return;
        }

        if (method.Type.IsAbstract && !method.Method.IsStatic)
        {
            Errors.Add($"Abstract binding types can only have static binding methods: {method}");
            return;
        }

        foreach (var attribute in attributes)
        {
            switch (attribute)
            {
                case StepDefinitionBaseAttribute step:
                    AddSteps(step, method, scopes);
                    break;
                case HookAttribute hook:
                    AddHooks(hook, method, scopes);
                    break;
                case StepArgumentTransformationAttribute transformation:
                    AddTransformation(transformation, method);
                    break;
            }
        }
    }

    private void AddSteps(StepDefinitionBaseAttribute step, BoundMethod method, BindingScope[] scopes)
    {
        if (step.Expression is null)
        {
            Errors.Add($"Invalid step definition! The step definition method '{method}' is invalid: it has no expression.");
            return;
        }

        foreach (var type in step.Types)
        {
            foreach (var scope in OrNone(scopes))
            {
                Steps.Add(new StepDraft(type, method, scope, step.Expression));
            }
        }
    }

    private void AddHooks(HookAttribute hook, BoundMethod method, BindingScope[] scopes)
    {
        var isOutsideScenarios = hook.Type is HookType.BeforeTestRun or HookType.AfterTestRun or HookType.BeforeFeature or HookType.AfterFeature;
        if (isOutsideScenarios && !method.Method.IsStatic)
        {
            Errors.Add($"The binding methods for before/after feature and before/after test run events must be static: {method}");
            return;
        }

        foreach (var scope in OrNone([.. scopes, .. (hook.Tags ?? []).Select(BindingScope.ForTag)]))
        {
            Hooks.Add(new Hook(hook.Type, method, scope, hook.Order, $"hook-{Hooks.Count}"));
        }
    }

    private void AddTransformation(StepArgumentTransformationAttribute attribute, BoundMethod method)
    {
        try
        {
            Transformations.Add(new Transformation(method, attribute.Regex, attribute.Name, attribute.Order));
        }
        catch (ArgumentException error)
        {
            Errors.Add($"Invalid step argument transformation '{method}': {error.Message}");
        }
    }

    private static BindingScope?[] OrNone(BindingScope?[] scopes) => scopes.Length > 0 ? scopes : [null];
}
