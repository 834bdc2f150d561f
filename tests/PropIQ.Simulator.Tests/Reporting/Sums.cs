using System.Globalization;
using PropIQ.Simulator.Reports;
using Xunit;

namespace PropIQ.Simulator.Tests.Reporting;

/// <summary>What must add up in every report.</summary>
internal static class Sums
{
    public static void Agree(SimulationReport report)
    {
        var (summary, costs, users) = (report.SimulationSummary, report.CostAnalysis, report.UserResults);
        Assert.Equal(costs.ApiRequestsTotal, costs.ApiRequestsByEndpoint.Values.Sum());
        Assert.Equal(costs.ApiRequestsTotal, users.Sum(user => user.ApiRequests));
        Assert.Equal(summary.TotalErrors, report.ErrorsEncountered.Count);
        Assert.Equal(summary.TotalErrors, users.Sum(user => user.Errors.Count));
        Assert.Equal(summary.TotalErrors, summary.TotalUnmetExpectations + summary.TotalUnanswered);
        Assert.Equal(summary.TotalActionsFailed, summary.TotalErrors);
        Assert.Equal(summary.TotalActionsCompleted, users.Sum(user => user.ActionsCompleted));
        Assert.Equal(summary.TotalEdgeCasesTriggered, report.EdgeCasesTriggered.Count);
        Assert.Equal(report.EdgeCasesTriggered.Order(), users.SelectMany(user => user.EdgeCases).Distinct().Order());
        Assert.Equal(summary.ConversionsAchieved, users.Count(user => user.Conversion));
        Assert.Equal(Dollars(costs.TotalCostUsd), users.Sum(user => Dollars(user.CostUsd)) + Dollars(costs.HostingCostUsd));
        Assert.Equal(costs.TotalCostExact, users.Sum(user => user.CostExact) + Dollars(costs.HostingCostUsd));
        Assert.Equal(costs.TotalCostExact, costs.AzureOpenaiCostExact + costs.StripeFeesExact + Dollars(costs.HostingCostUsd));
        Assert.All(users, user => Assert.Equal(
            user.Timeline.Count, user.ActionsCompleted + user.ActionsFailed + user.ActionsSkipped + user.ActionsInterrupted));
    }

    private static decimal Dollars(string text) => decimal.Parse(text.TrimStart('$'), CultureInfo.InvariantCulture);
}
