using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>Marks a class that holds step definitions, hooks or argument transformations.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BindingAttribute : Attribute;

/// <summary>What the attributes of step definitions have in common.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepDefinitionBaseAttribute : Attribute
{
    /// <summary>A step definition for the given kinds of step.</summary>
    protected StepDefinitionBaseAttribute(string? expression, StepDefinitionType[] types)
    {
        Expression = expression;
        Types = types;
    }

    /// <summary>The kinds of step (Given, When, Then) it answers to.</summary>
    public StepDefinitionType[] Types { get; }

    /// <summary>The cucumber expression or regular expression that the step's text has to match.</summary>
    public string? Expression { get; set; }
}

/// <summary>A step definition for Given steps.</summary>
public class GivenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Given]);

/// <summary>A step definition for When steps.</summary>
public class WhenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.When]);

/// <summary>A step definition for Then steps.</summary>
public class ThenAttribute(string? expression) : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Then]);

/// <summary>A step definition for steps of any kind.</summary>
public class StepDefinitionAttribute(string? expression)
    : StepDefinitionBaseAttribute(expression, [StepDefinitionType.Given, StepDefinitionType.When, StepDefinitionType.Then]);

/// <summary>Limits the step definitions and hooks of a class or method to a tag, a feature or a scenario.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class ScopeAttribute : Attribute
{
    /// <summary>A tag of the feature, rule or scenario, without or with its @.</summary>
    public string? Tag { get; set; }

    /// <summary>The feature's title.</summary>
    public string? Feature { get; set; }

    /// <summary>The scenario's title.</summary>
    public string? Scenario { get; set; }
}

/// <summary>A method that turns a step's argument (text or table) into the type that it returns.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class StepArgumentTransformationAttribute : Attribute
{
    /// <summary>The order when none is given.</summary>
    public const int DefaultOrder = 10000;

    /// <summary>A transformation of arguments that match a regular expression; its groups are the method's arguments.</summary>
    public StepArgumentTransformationAttribute(string? regex, int order = DefaultOrder)
    {
        Regex = regex;
        Order = order;
    }

    /// <summary>A transformation of any argument, of the lowest order.</summary>
    public StepArgumentTransformationAttribute()
    {
    }

    /// <summary>The regular expression; null takes the whole argument.</summary>
    public string? Regex { get; set; }

    /// <summary>The name by which cucumber expressions know it: <c>{name}</c>.</summary>
    public string? Name { get; set; }

    /// <summary>The lowest order that fits wins.</summary>
    public int Order { get; set; }
}
