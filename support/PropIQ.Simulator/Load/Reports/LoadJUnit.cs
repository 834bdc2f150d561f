using System.Xml.Linq;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>A load as JUnit XML: a case a threshold, one for whether the figures can be trusted, one for whether it is complete.</summary>
internal static class LoadJUnit
{
    public static string Write(LoadReport report)
    {
        List<XElement> cases =
        [
            .. report.Thresholds.Select(threshold => Case(threshold.Threshold, threshold.Kept ? null : threshold.Detail)),
            Case("the client keeps up", report.Run.Doubts.Count == 0 ? null : string.Join("; ", report.Run.Doubts)),
            Case("the load is complete", report.Run.Incomplete ? report.Run.IncompleteReason ?? "" : null),
        ];
        return JUnit.Text("PropIQ load", [new XElement(
            "testsuite",
            new XAttribute("name", JUnit.Clean(report.Run.Plan)),
            new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(each => each.HasElements)),
            new XAttribute("errors", 0),
            new XAttribute("skipped", 0),
            new XAttribute("time", JUnit.Seconds(report.Run.DurationSeconds)),
            new XAttribute("timestamp", report.Run.StartedAt),
            cases)]);
    }

    private static XElement Case(string name, string? complaint)
    {
        var element = new XElement("testcase", new XAttribute("classname", "load"), new XAttribute("name", JUnit.Clean(name)));
        if (complaint is not null)
        {
            element.Add(new XElement("failure", new XAttribute("message", JUnit.Clean(complaint))));
        }

        return element;
    }
}
