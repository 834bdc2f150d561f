using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PropIQ.Simulator.Reports;

/// <summary>The run as JUnit XML: a suite a user, a case an action.</summary>
internal static class JUnit
{
    public static string Write(SimulationReport report)
    {
        var suites = report.UserResults.Select(user => new XElement(
            "testsuite",
            new XAttribute("name", Clean(user.Name)),
            new XAttribute("tests", user.Timeline.Count),
            new XAttribute("failures", user.UnmetExpectations),
            new XAttribute("errors", user.Unanswered + user.ActionsInterrupted),
            new XAttribute("skipped", user.ActionsSkipped),
            new XAttribute("time", Seconds(user.DurationSeconds)),
            new XAttribute("timestamp", report.Run.StartedAt),
            user.Timeline.Select(action => Case(user, action))));
        return Text("PropIQ power users", suites);
    }

    /// <summary>Suites as a document.</summary>
    internal static string Text(string name, IEnumerable<XElement> suites)
    {
        var document = new XDocument(new XElement("testsuites", new XAttribute("name", name), suites));
        using var text = new Utf8Writer();
        document.Save(text);
        return text.ToString();
    }

    private static XElement Case(UserSection user, TimelineEntry action)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("classname", Clean(user.Name)),
            new XAttribute("name", string.Create(CultureInfo.InvariantCulture, $"{action.Number:00} {Clean(action.Action)}")),
            new XAttribute("time", Seconds(action.DurationSeconds)));
        var reason = Clean(action.Reason ?? "");
        switch (action.Outcome)
        {
            case "unmet":
                var exchanges = user.Errors.FirstOrDefault(error => error.Number == action.Number)?.Exchanges ?? [];
                element.Add(new XElement("failure", new XAttribute("message", reason), Clean(string.Join("\n", exchanges))));
                break;
            case "error" or "interrupted":
                element.Add(new XElement("error", new XAttribute("message", reason)));
                break;
            case "skipped":
                element.Add(new XElement("skipped", new XAttribute("message", reason)));
                break;
        }

        return element;
    }

    internal static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A text without what XML cannot hold.</summary>
    internal static string Clean(string text) => string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));

    private sealed class Utf8Writer : StringWriter
    {
        public Utf8Writer()
            : base(CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
