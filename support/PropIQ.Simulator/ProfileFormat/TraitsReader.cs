namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>behavioral_traits</c>, the length of sessions apart.</summary>
internal static class TraitsReader
{
    private static readonly Dictionary<string, double> LoginsADay = new() { ["daily"] = 1, ["weekly"] = 1 / 7d, ["monthly"] = 1 / 30d };

    public static BehaviouralTraits Read(Section? section)
    {
        var none = BehaviouralTraits.Unknown;
        if (section is null)
        {
            return none;
        }

        return new()
        {
            AnalysesPerSession = Range(section, "analyses_per_session", 1_000) ?? none.AnalysesPerSession,
            Calculator = Chance(section, "calculator_usage_probability") ?? none.Calculator,
            SupportChat = Chance(section, "support_chat_probability") ?? none.SupportChat,
            Export = Chance(section, "export_probability") ?? none.Export,
            HistoryReview = Chance(section, "history_review_probability") ?? none.HistoryReview,
            LoginsADay = section.Text("login_frequency") is { } often && LoginsADay.TryGetValue(often.ToLowerInvariant(), out var logins) ? logins : none.LoginsADay,
            PreferredHours = Range(section, "preferred_hours", 24),
        };
    }

    private static double? Chance(Section section, string key)
    {
        if (section.Number(key) is not { } chance)
        {
            return null;
        }

        if (chance is < 0 or > 1)
        {
            section.Error(key, "lies between 0 and 1.");
        }

        return (double)Math.Clamp(chance, 0, 1);
    }

    private static (int, int)? Range(Section section, string key, int most)
    {
        var numbers = section.Numbers(key);
        if (numbers.Count == 0)
        {
            return null;
        }

        if (numbers.Count > 2 || numbers.Any(number => number < 0 || number > most || number != decimal.Truncate(number)))
        {
            section.Error(key, $"one or two whole numbers from 0 to {most} are expected.");
            return null;
        }

        return ((int)numbers[0], (int)numbers[^1]);
    }
}
