using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Client.Reports;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.EdgeCases;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Reports;

/// <summary>Makes the report of what a run came to.</summary>
internal static class ReportBuilder
{
    private const int MostExchanges = 3;
    private const int MostCharacters = 4_000;

    public static SimulationReport Build(RunResult result, int exitCode, IReadOnlyList<PreflightEntry> preflight, IReadOnlyList<string> alerts, CostBook costs)
    {
        var users = result.Users;
        var sections = users.Select((user, index) => User(user, result, costs.Users[index])).ToList();
        var errors = sections.SelectMany(section => section.Errors).OrderBy(error => error.Timestamp, StringComparer.Ordinal).ToList();
        var edgeCases = Detection.Detectors.Select(detector => detector.Id)
            .Where(id => users.Any(user => user.Findings.Any(finding => finding.Id == id && finding.Observed))).ToList();
        return new(Summary(result, sections, edgeCases.Count, errors.Count), costs.Section, sections, edgeCases, errors)
        {
            Run = Run(result, exitCode, preflight),
            EdgeCaseMatrix = Matrix(users),
            Funnel = Insights.Funnel(users),
            RevenueByPlan = Insights.Revenue(users),
            Latency = Insights.Latency(users),
            Alerts = alerts,
            ExpectedOutcomes = Insights.Outcomes(result, costs, edgeCases.Count, sections),
        };
    }

    private static SummarySection Summary(RunResult result, IReadOnlyList<UserSection> users, int edgeCases, int errors)
    {
        var (completed, failed) = (users.Sum(user => user.ActionsCompleted), users.Sum(user => user.ActionsFailed));
        var converted = users.Count(user => user.Conversion);
        return new(users.Count, completed, failed, edgeCases, converted, Money.Share(converted, users.Count))
        {
            TotalErrors = errors,
            TotalActionsSkipped = users.Sum(user => user.ActionsSkipped),
            TotalActionsInterrupted = users.Sum(user => user.ActionsInterrupted),
            TotalExpectedRefusals = users.Sum(user => user.ExpectedRefusals),
            TotalUnmetExpectations = users.Sum(user => user.UnmetExpectations),
            TotalUnanswered = users.Sum(user => user.Unanswered),
            SuccessRate = Money.Share(completed, completed + failed),
            ExpectationsMet = Money.Share(completed, completed + failed),
            PeakConcurrentRequests = result.Run.Traffic.Peak,
            EdgeCasesDeclaredNotObserved = users.Sum(user => user.EdgeCasesDeclaredNotObserved.Count),
            EdgeCasesObservedUndeclared = users.Sum(user => user.EdgeCasesObservedUndeclared.Count),
        };
    }

    private static UserSection User(UserResult result, RunResult run, decimal cents)
    {
        var actions = result.Actions;
        var errors = actions.Where(action => action.Failed).Select(action => Error(result.User.Name, action)).ToList();
        var (completed, failed) = (actions.Count(action => action.Completed), errors.Count);
        return new(
            result.User.Name,
            Math.Round(result.Duration.TotalSeconds, 1),
            completed,
            failed,
            Money.Share(completed, completed + failed),
            [.. result.Findings.Where(finding => finding.Observed).Select(finding => finding.Id)],
            result.Converted,
            Money.Dollars(cents))
        {
            Errors = errors,
            UserId = result.User.Profile.UserId,
            Email = result.Email,
            ActionsSkipped = actions.Count(action => action.Kind == OutcomeKind.Skipped),
            ActionsInterrupted = actions.Count(action => action.Kind == OutcomeKind.Interrupted),
            ExpectedRefusals = actions.Count(action => action.Kind == OutcomeKind.ExpectedRefusal),
            UnmetExpectations = actions.Count(action => action.Kind == OutcomeKind.Unmet),
            Unanswered = actions.Count(action => action.Kind == OutcomeKind.Error),
            TierAtStart = result.User.Conversion.From,
            TierAtEnd = result.User.Conversion.Now,
            ConvertedTo = result.User.Conversion.To,
            CostExact = result.User.Costs.Total,
            ApiRequests = result.User.Calls.Count(call => !call.IsTesting),
            Analyses = result.User.Calls.Count(call => call is { Succeeded: true, Endpoint: "/propiq/analyze", Value: Analysis { Duplicate: not true } }),
            EdgeCasesDeclaredNotObserved = [.. result.Findings.Where(finding => finding is { Declared: true, Observed: false }).Select(finding => finding.Id)],
            EdgeCasesObservedUndeclared = [.. result.Findings.Where(finding => finding is { Declared: false, Observed: true }).Select(finding => finding.Id)],
            Notes = result.Notes,
            Timeline = [.. actions.Select(action => Timeline(action, run.StartedAt))],
        };
    }

    private static TimelineEntry Timeline(ActionOutcome action, DateTimeOffset runStart) => new(
        action.Number,
        action.Type,
        action.Kind switch
        {
            OutcomeKind.Met => "met",
            OutcomeKind.ExpectedRefusal => "expected_refusal",
            OutcomeKind.Unmet => "unmet",
            OutcomeKind.Error => "error",
            OutcomeKind.Interrupted => "interrupted",
            _ => "skipped",
        },
        Math.Round((action.StartedAt - runStart).TotalSeconds, 3),
        Math.Round(action.Duration.TotalSeconds, 3))
    {
        Reason = action.Reason is { } reason ? Secrets.InText(reason) : null,
        Statuses = [.. action.Calls.Select(call => call.Status)],
        CallMilliseconds = [.. action.Calls.Select(call => Math.Round(call.Exchange.Duration.TotalMilliseconds, 1))],
    };

    private static ErrorEntry Error(string user, ActionOutcome action)
    {
        var failing = action.Calls.Where(call => !call.Succeeded).DefaultIfEmpty(action.Calls.LastOrDefault()).OfType<CallRecord>();
        return new(action.Type, Secrets.InText(action.Reason ?? "failed"), (action.StartedAt + action.Duration).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture))
        {
            User = user,
            Number = action.Number,
            Kind = action.Kind == OutcomeKind.Error ? "error" : "unmet",
            ContractNote = action.ContractNote,
            Exchanges = [.. failing.Take(MostExchanges).Select(call => Cut(ExchangeText.Render(call.Exchange)))],
        };
    }

    private static RunSection Run(RunResult result, int exitCode, IReadOnlyList<PreflightEntry> preflight)
    {
        string?[] reasons = [result.StopReason, result.Run.Log.Broken, result.Run.Analyses.Broken];
        var reason = string.Join("; ", reasons.OfType<string>());
        return new(
            result.Run.Settings.RunId,
            result.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            Math.Round(result.Duration.TotalSeconds, 1),
            reason != "")
        {
            IncompleteReason = reason == "" ? null : Secrets.InText(reason),
            Target = result.Run.Target.Url.GetLeftPart(UriPartial.Path),
            TargetKind = result.Run.Target.Kind,
            Profile = Path.GetFileName(result.Run.Profile.Source),
            Seed = result.Run.Settings.Seed,
            MaxSpeed = result.Run.Settings.MaxSpeed,
            Parallel = result.Run.Settings.Parallel,
            Chaos = result.Run.Settings.Chaos,
            ExitCode = exitCode,
            Preflight = preflight,
            Warnings = [.. result.Run.Profile.Warnings.Select(warning => warning.ToString())],
        };
    }

    private static IReadOnlyList<EdgeCaseEntry> Matrix(IReadOnlyList<UserResult> users) =>
    [
        .. EdgeCaseCatalogue.Instance.Cases
            .Select(edgeCase => new EdgeCaseEntry(
                edgeCase.Id,
                edgeCase.Wording,
                [.. users.SelectMany(user => user.Findings.Where(finding => finding.Id == edgeCase.Id).Select(finding => new EdgeCaseUser(user.User.Name, finding.Declared, finding.Observed, finding.Proof)))]))
            .Where(entry => entry.Users.Count > 0),
    ];

    private static string Cut(string text) => text.Length <= MostCharacters ? text : $"{text[..MostCharacters]}…";
}
