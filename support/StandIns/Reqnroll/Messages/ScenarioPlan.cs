using Io.Cucumber.Messages.Types;
using Reqnroll.Bindings;
using Reqnroll.Engine;
using Hook = Reqnroll.Bindings.Hook;
using HookType = Reqnroll.Bindings.HookType;

namespace Reqnroll.Messages;

/// <summary>Something that a scenario is going to run: a hook or a step.</summary>
internal sealed record PlannedStep(TestStep Step, Hook? Hook, string? Snippet);

/// <summary>What a scenario is going to run, in its order, worked out before it begins.</summary>
internal sealed class ScenarioPlan
{
    private readonly FeatureContext feature;
    private readonly ScenarioInfo scenario;
    private readonly StepMatcher matcher;
    private readonly Ids ids;
    private readonly Func<string, string> bindingIds;

    public ScenarioPlan(
        Pickle pickle,
        FeatureContext feature,
        ScenarioInfo scenario,
        StepMatcher matcher,
        BindingRegistry registry,
        Ids ids,
        Func<string, string> bindingIds)
    {
        Pickle = pickle;
        this.feature = feature;
        this.scenario = scenario;
        this.matcher = matcher;
        this.ids = ids;
        this.bindingIds = bindingIds;

        PlannedStep[] Hooks(HookType type) => [.. registry.HooksFor(type, feature.FeatureInfo, scenario).Select(Plan)];

        var type = StepDefinitionType.Given;
        Steps.AddRange(Hooks(HookType.BeforeScenario));
        foreach (var step in pickle.Steps)
        {
            type = step.Type switch
            {
                PickleStepType.CONTEXT => StepDefinitionType.Given,
                PickleStepType.ACTION => StepDefinitionType.When,
                PickleStepType.OUTCOME => StepDefinitionType.Then,
                _ => type,
            };
            var planned = Plan(step, type);
            var isRunnable = planned.Step.StepDefinitionIds is [_];
            Steps.AddRange([planned, .. isRunnable ? Hooks(HookType.AfterStep) : []]);
        }

        Steps.AddRange(Hooks(HookType.AfterScenario));
    }

    public Pickle Pickle { get; }

    public List<PlannedStep> Steps { get; } = [];

    private PlannedStep Plan(Hook hook) => new(new TestStep(bindingIds(hook.Id), ids.GetNewId(), null, null, null), hook, null);

    private PlannedStep Plan(PickleStep step, StepDefinitionType type)
    {
        var info = new StepInfo(type, "", step.Text, ToTable(step.Argument?.DataTable), step.Argument?.DocString?.Content);
        IReadOnlyList<TextMatch> matches;
        try
        {
            matches = matcher.Find(info, feature, scenario) is { } match ? [match.Text] : [];
        }
        catch (AmbiguousBindingException error)
        {
            matches = error.Matches;
        }
        catch (BindingException)
        {
            // The run itself says what is wrong with the bindings.
            return new PlannedStep(new TestStep(null, ids.GetNewId(), step.Id, [], []), null, null);
        }

        var planned = new TestStep(
            null,
            ids.GetNewId(),
            step.Id,
            [.. matches.Select(m => bindingIds(m.Binding.Id)).Distinct()],
            [.. matches.Select(ToArguments)]);
        return new PlannedStep(planned, null, matches.Count == 0 ? Snippets.Method(info) : null);
    }

    private static StepMatchArgumentsList ToArguments(TextMatch match)
        => new([.. match.Groups.Select((group, i) => new StepMatchArgument(
            new Group([], group.Index, group.Value),
            i < match.Binding.Expression.Parameters.Count ? match.Binding.Expression.Parameters[i].Name : null))]);

    private static DataTable? ToTable(PickleTable? table)
    {
        if (table is not { Rows: [var header, .. var rows] })
        {
            return null;
        }

        var made = new DataTable([.. header.Cells.Select(c => c.Value)]);
        rows.ForEach(row => made.AddRow([.. row.Cells.Select(c => c.Value)]));
        return made;
    }
}
