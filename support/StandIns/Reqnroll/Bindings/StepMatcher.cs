using Reqnroll.Engine;

namespace Reqnroll.Bindings;

/// <summary>A step and the definition that runs it, with arguments as the step has them.</summary>
internal sealed record StepMatch(TextMatch Text, object[] Arguments)
{
    public StepBinding Binding => Text.Binding;
}

/// <summary>Chooses the step definition for a step: by kind, text, scope, and whether its arguments can be read.</summary>
internal sealed class StepMatcher(BindingRegistry registry, ArgumentConverter converter)
{
    /// <summary>The one definition; null when there is none; throws when several fit or the one that fits cannot be called.</summary>
    public StepMatch? Find(StepInfo step, FeatureContext feature, ScenarioInfo scenario)
    {
        if (registry.Errors.Count > 0)
        {
            throw new BindingException($"Binding error(s) found:\n{string.Join('\n', registry.Errors)}");
        }

        var byText = registry.Match(step.StepDefinitionType, step.Text);
        if (byText.Length == 0)
        {
            return null;
        }

        var inScope = new List<(StepMatch Match, int Scopes)>(byText.Length);
        foreach (var text in byText)
        {
            var scopes = text.Binding.Scope is null ? 0 : text.Binding.Scope.Match(feature.FeatureInfo, scenario);
            if (scopes is not null)
            {
                inScope.Add((new StepMatch(text, Arguments(text, step)), scopes.Value));
            }
        }

        var fitting = inScope.Count == 1 && Fits(inScope[0].Match, feature)
            ? inScope
            : [.. inScope.Where(m => Fits(m.Match, feature)).GroupBy(m => m.Match.Binding.Method.Method).Select(g => g.MaxBy(m => m.Scopes))];
        if (fitting.Count == 0)
        {
            return WithWrongParameters(inScope, step);
        }

        // A scoped definition beats one that holds everywhere.
        var most = fitting.Max(m => m.Scopes);
        fitting.RemoveAll(m => m.Scopes < most);
        return fitting.Count == 1
            ? fitting[0].Match
            : throw new AmbiguousBindingException(
                $"Ambiguous step definitions found for step '{Name(step)}': {Names(fitting)}",
                [.. fitting.Select(m => m.Match.Text)]);
    }

    private static StepMatch? WithWrongParameters(List<(StepMatch Match, int Scopes)> candidates, StepInfo step)
    {
        if (candidates.DistinctBy(c => c.Match.Binding.Method.Method).Count() > 1)
        {
            throw new AmbiguousBindingException(
                "Multiple step definitions found, but none of them have matching parameter count and type for step "
                + $"'{Name(step)}': {Names(candidates)}",
                [.. candidates.Select(m => m.Match.Text)]);
        }

        if (candidates is not [var (match, _), ..])
        {
            return null;
        }

        // A wrong type shows itself, with a better message, when the argument is converted.
        return match.Arguments.Length == match.Binding.Method.Parameters.Length
            ? match
            : throw new BindingException(
                $"Parameter count mismatch! The binding method '{match.Binding.Method}' should have {match.Arguments.Length} parameters");
    }

    private bool Fits(StepMatch match, FeatureContext feature)
    {
        var parameters = match.Binding.Method.Parameters;
        if (match.Arguments.Length != parameters.Length)
        {
            return false;
        }

        for (var i = 0; i < parameters.Length; i++)
        {
            if (!converter.CanConvert(match.Arguments[i], parameters[i], feature.BindingCulture))
            {
                return false;
            }
        }

        return true;
    }

    private static object[] Arguments(TextMatch text, StepInfo step)
    {
        var extra = (step.MultilineText is null ? 0 : 1) + (step.Table is null ? 0 : 1);
        var arguments = new object[text.Groups.Count + extra];
        var count = 0;
        foreach (var group in text.Groups)
        {
            arguments[count++] = group.Value;
        }

        if (step.MultilineText is not null)
        {
            arguments[count++] = step.MultilineText;
        }

        if (step.Table is not null)
        {
            arguments[count] = step.Table;
        }

        return arguments;
    }

    private static string Name(StepInfo step) => $"{step.StepDefinitionType} {step.Text}";

    private static string Names(IEnumerable<(StepMatch Match, int Scopes)> matches)
        => string.Join(", ", matches.Select(m => m.Match.Binding.Method));
}
