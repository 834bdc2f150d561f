using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>A bag of values that lives as long as the feature, scenario or step.</summary>
public abstract class ReqnrollContext : Dictionary<string, object?>
{
    /// <summary>What went wrong first, or null.</summary>
    public Exception? TestError { get; internal set; }

    /// <summary>Keeps a value under its type.</summary>
    public void Set<T>(T data) => Set(data, DefaultKey<T>());

    /// <summary>Keeps a value under a key.</summary>
    public void Set<T>(T data, string key) => this[key] = data;

    /// <summary>The value kept under its type; throws when there is none.</summary>
    public T Get<T>() => Get<T>(DefaultKey<T>());

    /// <summary>The value kept under a key; throws when there is none.</summary>
    public T Get<T>(string key) => (T)this[key]!;

    /// <summary>The value kept under its type, if there is one.</summary>
    public bool TryGetValue<TValue>([MaybeNullWhen(false)] out TValue value) => TryGetValue(DefaultKey<TValue>(), out value);

    /// <summary>The value kept under a key, if there is one.</summary>
    public bool TryGetValue<TValue>(string key, [MaybeNullWhen(false)] out TValue value)
    {
        var found = base.TryGetValue(key, out var kept);
        value = found ? (TValue)kept! : default;
        return found;
    }

    private static string DefaultKey<T>() => typeof(T).FullName ?? typeof(T).Name;
}

/// <summary>The feature that runs.</summary>
public class FeatureContext : ReqnrollContext
{
    internal FeatureContext(IObjectContainer container, FeatureInfo info, CultureInfo? bindingCulture)
    {
        FeatureContainer = container;
        FeatureInfo = info;
        BindingCulture = bindingCulture ?? info.Language;
    }

    /// <summary>Title, tags and description.</summary>
    public FeatureInfo FeatureInfo { get; }

    /// <summary>The culture by which arguments are read and steps run.</summary>
    public CultureInfo BindingCulture { get; }

    /// <summary>The objects that live as long as the feature.</summary>
    public IObjectContainer FeatureContainer { get; }

    /// <summary>What a BeforeFeature hook threw, or null.</summary>
    public Exception? BeforeFeatureHookError { get; internal set; }

    /// <summary>Whether a BeforeFeature hook threw.</summary>
    public bool BeforeFeatureHookFailed => BeforeFeatureHookError is not null;
}

/// <summary>The scenario that runs.</summary>
public class ScenarioContext : ReqnrollContext
{
    internal ScenarioContext(IObjectContainer container, ScenarioInfo info, RuleInfo? rule)
    {
        ScenarioContainer = container;
        ScenarioInfo = info;
        RuleInfo = rule;
    }

    /// <summary>Title, tags, arguments and description.</summary>
    public ScenarioInfo ScenarioInfo { get; }

    /// <summary>The rule that the scenario belongs to, or null.</summary>
    public RuleInfo? RuleInfo { get; }

    /// <summary>The objects that live as long as the scenario.</summary>
    public IObjectContainer ScenarioContainer { get; }

    /// <summary>How it stands.</summary>
    public ScenarioExecutionStatus ScenarioExecutionStatus { get; internal set; }

    /// <summary>The step that runs; null between steps.</summary>
    public ScenarioStepContext? StepContext { get; internal set; }

    internal List<string> PendingSteps { get; } = [];

    internal List<StepInfo> MissingSteps { get; } = [];
}

/// <summary>The step that runs.</summary>
public class ScenarioStepContext : ReqnrollContext
{
    internal ScenarioStepContext(StepInfo info) => StepInfo = info;

    /// <summary>Kind, text and arguments.</summary>
    public StepInfo StepInfo { get; }

    /// <summary>How it ended.</summary>
    public ScenarioExecutionStatus Status { get; set; }

    /// <summary>What it threw, or null.</summary>
    public Exception? StepError { get; set; }
}
