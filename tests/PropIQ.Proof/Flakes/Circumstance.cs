using PropIQ.Proof.Running;

namespace PropIQ.Proof.Flakes;

/// <summary>A time and a place for a run.</summary>
/// <param name="Name">Names it on the command line.</param>
/// <param name="Variables">The environment variables that make it.</param>
internal sealed record Circumstance(string Name, IReadOnlyDictionary<string, string?> Variables)
{
    // Debian's and Ubuntu's package faketime; monotonic time stays real, so that waits last as long as they should. So does the
    // time of PostgreSQL, which all runs share: a signal handler is told the real time among false ones, so that whoever waited
    // there for a second had waited for months, or for ever.
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1";

    /// <summary>All of them, the plain one first. Times are the zone's own, and a few seconds before something happens to the calendar.</summary>
    public static IReadOnlyList<Circumstance> All { get; } =
    [
        new("plain", new Dictionary<string, string?>()),
        Place("kiritimati-turkish", "Pacific/Kiritimati", "tr_TR.UTF-8"),
        Place("new-york-german", "America/New_York", "de_DE.UTF-8"),
        Place("kathmandu-arabic", "Asia/Kathmandu", "ar_SA.UTF-8"),
        At("month-end", "2026-04-30 23:59:50"),
        At("new-year", "2026-12-31 23:59:50"),
        At("leap-day", "2028-02-28 23:59:50"),
        At("end-of-january", "2027-01-31 23:59:50"),
        At("clocks-forward", "2027-03-28 01:59:50", "Europe/Berlin"),
        At("clocks-back", "2026-10-25 01:59:50", "Europe/Berlin"),
    ];

    /// <summary>False for a date where the means to have one are not installed.</summary>
    public bool IsPossible => !Variables.ContainsKey("LD_PRELOAD") || File.Exists(FakeTime);

    /// <summary>The circumstances of these names.</summary>
    /// <exception cref="ProofException">A name is none's.</exception>
    public static IReadOnlyList<Circumstance> Named(IReadOnlyList<string> names) =>
        names.FirstOrDefault(name => All.All(each => each.Name != name)) is { } unknown
            ? throw new ProofException($"There is no circumstance \"{unknown}\". There are: {string.Join(", ", All.Select(each => each.Name))}.")
            : [.. All.Where(each => names.Count == 0 || names.Contains(each.Name))];

    private static Circumstance Place(string name, string zone, string language) =>
        new(name, new Dictionary<string, string?> { ["TZ"] = zone, ["LANG"] = language, ["LC_ALL"] = language });

    private static Circumstance At(string name, string time, string zone = "UTC") => new(name, new Dictionary<string, string?>
    {
        ["LD_PRELOAD"] = FakeTime,
        ["FAKETIME"] = "@" + time,
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["TZ"] = zone,
    });
}
