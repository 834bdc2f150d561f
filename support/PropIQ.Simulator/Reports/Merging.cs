using System.Globalization;

namespace PropIQ.Simulator.Reports;

/// <summary>Several runs as one: counts and exact costs are added; shares and cents are worked out anew.</summary>
internal static class Merging
{
    public static SimulationReport Merge(IReadOnlyList<SimulationReport> reports)
    {
        if (reports is [var only])
        {
            return only;
        }

        var users = reports.SelectMany(report => report.UserResults).ToList();
        var edgeCases = reports.SelectMany(report => report.EdgeCasesTriggered).Distinct().ToList();
        var errors = reports.SelectMany(report => report.ErrorsEncountered).OrderBy(error => error.Timestamp, StringComparer.Ordinal).ToList();
        return new(Summary(reports, users, edgeCases.Count), Costs(reports), users, edgeCases, errors)
        {
            Run = Run(reports),
            EdgeCaseMatrix = [.. reports.SelectMany(report => report.EdgeCaseMatrix).GroupBy(entry => entry.Id).Select(entry => entry.First() with { Users = [.. entry.SelectMany(each => each.Users)] })],
            Funnel = [.. reports.SelectMany(report => report.Funnel).GroupBy(step => step.Step).Select(step => new FunnelStep(step.Key, step.Sum(each => each.Users)))],
            RevenueByPlan =
            [
                .. reports.SelectMany(report => report.RevenueByPlan).GroupBy(plan => plan.Tier).Select(plan =>
                    new PlanRevenue(plan.Key, plan.Sum(each => each.Users), plan.Sum(each => each.RevenueUsd), plan.Sum(each => each.CostUsdExact))),
            ],

            // Percentiles cannot be added: each run's own are kept.
            Latency = [.. reports.SelectMany(report => report.Latency.Select(entry => entry with { Action = $"{entry.Action} ({report.Run.RunId})" }))],
            Alerts = [.. reports.SelectMany(report => report.Alerts)],
        };
    }

    private static SummarySection Summary(IReadOnlyList<SimulationReport> reports, IReadOnlyList<UserSection> users, int edgeCases)
    {
        int Sum(Func<SummarySection, int> count) => reports.Sum(report => count(report.SimulationSummary));
        var (completed, failed, converted) = (Sum(each => each.TotalActionsCompleted), Sum(each => each.TotalActionsFailed), Sum(each => each.ConversionsAchieved));
        return new(users.Count, completed, failed, edgeCases, converted, Money.Share(converted, users.Count))
        {
            TotalErrors = Sum(each => each.TotalErrors),
            TotalActionsSkipped = Sum(each => each.TotalActionsSkipped),
            TotalActionsInterrupted = Sum(each => each.TotalActionsInterrupted),
            TotalExpectedRefusals = Sum(each => each.TotalExpectedRefusals),
            TotalUnmetExpectations = Sum(each => each.TotalUnmetExpectations),
            TotalUnanswered = Sum(each => each.TotalUnanswered),
            SuccessRate = Money.Share(completed, completed + failed),
            ExpectationsMet = Money.Share(completed, completed + failed),
            PeakConcurrentRequests = reports.Max(report => report.SimulationSummary.PeakConcurrentRequests),
            EdgeCasesDeclaredNotObserved = Sum(each => each.EdgeCasesDeclaredNotObserved),
            EdgeCasesObservedUndeclared = Sum(each => each.EdgeCasesObservedUndeclared),
        };
    }

    private static CostSection Costs(IReadOnlyList<SimulationReport> reports)
    {
        var costs = reports.Select(report => report.CostAnalysis).ToList();
        var (openAi, fees, total) = (costs.Sum(cost => cost.AzureOpenaiCostExact), costs.Sum(cost => cost.StripeFeesExact), costs.Sum(cost => cost.TotalCostExact));
        return new(
            costs.Sum(cost => cost.AzureOpenaiInputTokens),
            costs.Sum(cost => cost.AzureOpenaiOutputTokens),
            Money.Dollars(openAi),
            costs.Sum(cost => cost.StripeTransactions),
            Money.Dollars(fees),
            Money.Dollars(total))
        {
            HostingCostUsd = Money.Dollars(total - openAi - fees),
            ApiRequestsTotal = costs.Sum(cost => cost.ApiRequestsTotal),
            ApiRequestsByEndpoint = costs.SelectMany(cost => cost.ApiRequestsByEndpoint).GroupBy(endpoint => endpoint.Key).ToDictionary(endpoint => endpoint.Key, endpoint => endpoint.Sum(each => each.Value)),
            EstimatedAnalyses = costs.Sum(cost => cost.EstimatedAnalyses),
            AzureOpenaiCostExact = openAi,
            StripeFeesExact = fees,
            TotalCostExact = total,
        };
    }

    private static RunSection Run(IReadOnlyList<SimulationReport> reports)
    {
        var runs = reports.Select(report => report.Run).ToList();
        string Joined(Func<RunSection, string> part) => string.Join(", ", runs.Select(part).Distinct());
        var incomplete = string.Join("; ", runs.Where(run => run.Incomplete).Select(run => string.Create(CultureInfo.InvariantCulture, $"{run.RunId}: {run.IncompleteReason}")));
        return new(Joined(run => run.RunId), runs.Min(run => run.StartedAt)!, runs.Sum(run => run.DurationSeconds), incomplete != "")
        {
            IncompleteReason = incomplete == "" ? null : incomplete,
            Target = Joined(run => run.Target),
            TargetKind = Joined(run => run.TargetKind),
            Profile = Joined(run => run.Profile),
            Seed = runs[0].Seed,
            MaxSpeed = runs.All(run => run.MaxSpeed),
            Parallel = runs.All(run => run.Parallel),
            Chaos = runs.Any(run => run.Chaos),
            ExitCode = runs.Max(run => run.ExitCode),
            Warnings = [.. runs.SelectMany(run => run.Warnings).Distinct()],
        };
    }
}
