using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>What the attributes of hooks have in common.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute : Attribute
{
    /// <summary>The order when none is given.</summary>
    public const int DefaultOrder = 10000;

    private protected HookAttribute(HookType type, string[]? tags)
    {
        Type = type;
        Tags = tags;
    }

    internal HookType Type { get; }

    /// <summary>The hook runs where any of these tags is on the feature, the rule or the scenario; none: everywhere.</summary>
    public string[]? Tags { get; }

    /// <summary>Lower orders run first.</summary>
    public int Order { get; set; } = DefaultOrder;
}

/// <summary>A static method that runs once, before the first scenario.</summary>
public class BeforeTestRunAttribute() : HookAttribute(HookType.BeforeTestRun, null);

/// <summary>A static method that runs once, after the last scenario.</summary>
public class AfterTestRunAttribute() : HookAttribute(HookType.AfterTestRun, null);

/// <summary>A static method that runs before the first scenario of a feature.</summary>
public class BeforeFeatureAttribute(params string[] tags) : HookAttribute(HookType.BeforeFeature, tags);

/// <summary>A static method that runs after the last scenario of a feature.</summary>
public class AfterFeatureAttribute(params string[] tags) : HookAttribute(HookType.AfterFeature, tags);

/// <summary>A method that runs before each scenario.</summary>
public class BeforeScenarioAttribute(params string[] tags) : HookAttribute(HookType.BeforeScenario, tags);

/// <summary>A method that runs after each scenario, also after a failed one.</summary>
public class AfterScenarioAttribute(params string[] tags) : HookAttribute(HookType.AfterScenario, tags);

/// <summary>A method that runs after each step that was begun.</summary>
public class AfterStepAttribute(params string[] tags) : HookAttribute(HookType.AfterStep, tags);
