using System.Globalization;
using PropIQ.Targets.Yaml;

namespace PropIQ.Targets.Reading;

/// <summary>Reads what is known to be wrong.</summary>
internal static class DeviationsReader
{
    public static KnownDeviation Read(Section section)
    {
        var id = section.Text("case");
        var scenario = section.Text("scenario");
        if (id is null == scenario is null)
        {
            section.Error("case", "either a case of features/edge-cases.yaml or a scenario (\"feature › scenario\") is expected: which one deviates?");
        }
        else if (scenario is not null && !scenario.Contains(KnownDeviation.Separator, StringComparison.Ordinal))
        {
            section.Error("scenario", $"write it as the titles of its feature and its scenario: \"feature{KnownDeviation.Separator}scenario\".");
        }

        var deviation = new KnownDeviation(
            id ?? scenario ?? "",
            section.RequiredText("reason"),
            Date(section, "since") ?? default,
            Date(section, "until"));
        if (!section.Has("since"))
        {
            section.Error("since", "is missing: since when is it known (like 2026-01-31)?");
        }
        else if (deviation.Until < deviation.Since)
        {
            section.Error("until", "lies before \"since\".");
        }

        section.Done(Severity.Error);
        return deviation;
    }

    private static DateOnly? Date(Section section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        section.Error(key, $"\"{text}\" is no date: write it like 2026-01-31.");
        return null;
    }
}
