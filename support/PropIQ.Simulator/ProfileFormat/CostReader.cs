using PropIQ.Simulator.Costs;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>cost_tracking_config</c>.</summary>
internal static class CostReader
{
    public static CostTracking Read(Section? section)
    {
        if (section is null)
        {
            return CostTracking.Default;
        }

        var metrics = section.List("metrics_to_track").Select(ReadMetric).ToList();
        var alerts = section.List("alerts").Select(ReadAlert).ToList();
        var hosting = metrics.Find(metric => metric is { Name: "render_hosting_cost", Value: not null }) is { Value: { } value } metric
            ? metric.Prorated == "daily" ? value * Hosting.DaysOfAMonth : value
            : CostTracking.Default.HostingPerMonth;
        var tracking = new CostTracking(section.Text("log_file") ?? CostTracking.Default.LogFile, metrics, alerts, hosting);
        section.Done();
        return tracking;
    }

    private static TrackedMetric ReadMetric(Section section)
    {
        var metric = new TrackedMetric(
            section.RequiredText("name"),
            section.Text("calculation"),
            section.Number("value"),
            section.Word("prorated", "monthly", "daily"),
            section.Flag("count") ?? false,
            section.Texts("breakdown"),
            section.Text("warning"));
        if (metric.Calculation is { } formula && Formula.Complaint(formula) is { } complaint)
        {
            section.Error("calculation", complaint);
        }

        section.Done();
        return metric;
    }

    private static CostAlert ReadAlert(Section section)
    {
        var alert = new CostAlert(section.RequiredText("condition"), section.Text("message") ?? "", section.At);
        if (alert.Condition != "" && Formula.Complaint(alert.Condition) is { } complaint)
        {
            section.Error("condition", complaint);
        }

        section.Ignore("action", "severity");
        section.Done();
        return alert;
    }
}
