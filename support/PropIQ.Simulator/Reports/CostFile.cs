using System.Text.Json.Nodes;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Reports;

/// <summary><c>simulation_costs.json</c>: the profile's metrics with their values, and each user's costs.</summary>
internal static class CostFile
{
    public static string Write(CostTracking tracking, CostBook book, SimulationReport report)
    {
        var metrics = new JsonArray();
        foreach (var metric in tracking.Metrics)
        {
            var entry = new JsonObject { ["name"] = metric.Name };
            if (metric.Breakdown.Count > 0)
            {
                entry["breakdown"] = new JsonObject(metric.Breakdown.Select(endpoint =>
                    KeyValuePair.Create(endpoint, (JsonNode?)book.Section.ApiRequestsByEndpoint.GetValueOrDefault(endpoint))));
            }
            else
            {
                entry["value"] = book.Variables.TryGetValue(metric.Name, out var value) ? value : null;
            }

            if (metric.Calculation is { } formula)
            {
                entry["calculation"] = formula;
            }

            if (metric.Warning is { } warning)
            {
                entry["warning"] = warning;
            }

            metrics.Add(entry);
        }

        var users = report.UserResults.Select(user => (JsonNode)new JsonObject { ["name"] = user.Name, ["cost_usd"] = user.CostUsd, ["cost_exact"] = user.CostExact });
        var costs = new JsonObject
        {
            ["run_id"] = report.Run.RunId,
            ["incomplete"] = report.Run.Incomplete,
            ["metrics"] = metrics,
            ["users"] = new JsonArray([.. users]),
            ["hosting_cost_usd"] = book.Section.HostingCostUsd,
            ["estimated_analyses"] = book.Section.EstimatedAnalyses,
            ["total_cost_usd"] = book.Section.TotalCostUsd,
            ["total_cost_exact"] = book.Section.TotalCostExact,
            ["alerts"] = new JsonArray([.. report.Alerts.Select(alert => (JsonNode)alert)]),
        };
        return costs.ToJsonString(ReportJson.Options) + "\n";
    }
}
