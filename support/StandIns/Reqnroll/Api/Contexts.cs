using System.Globalization;
using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>What is known of the feature, scenario or step while it runs.</summary>
public abstract class ReqnrollContext
{
    /// <summary>What went wrong first, or null.</summary>
    public Exception? TestError { get; internal set; }
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
