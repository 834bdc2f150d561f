using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class UsageCases
{
    private static readonly DateTimeOffset Reset = Story.Start.AddDays(10);

    public static readonly Dictionary<string, Case> All = new()
    {
        ["free_tier_soft_warning_4of5"] = Warned("4 of 5 free analyses used", "5 of 5 free analyses used"),
        ["usage_limit_warning_60_analyses"] = Warned("60 of 60 analyses used this month", "59 of 60 analyses used this month"),
        ["paid_tier_limit_warning_58_of_60"] = Warned("58 of 60 analyses used this month", "57 of 60 analyses used this month"),
        ["paid_tier_limit_warning_98_of_100"] = Warned("98 of 100 analyses used this month", "58 of 60 analyses used this month"),
        ["free_tier_hard_block_5of5"] = new(
            Story.Of(Blocked(5, 5)),
            Story.Of(Blocked(4, 5)),
            Story.Of(Blocked(60, 60)),
            Story.Of(Story.Refused(429, "usage_limit_reached", usage: """{"used":"five","limit":5}""")),
            Story.Of(Story.Refused(429, "usage_limit_reached", usage: "5")),
            Story.Of(Story.Refused(429, "rate_limited"))),
        ["usage_limit_hard_block"] = new(
            Story.Of(Blocked(60, 60)),
            Story.Of(Blocked(59, 60)),
            Story.Of(Blocked(5, 5)),
            Story.Of(Story.Refused(429, "usage_limit_reached"))),
        ["usage_counter_monthly_reset"] = new(
            Story.Of(Read(5, 0, Story.Start), Read(0, 1, Reset.AddHours(1))),
            Story.Of(Read(5, 0, Story.Start), Read(0, 1, Reset.AddHours(-1))),
            Story.Of(Read(5, 0, Story.Start), Read(5, 1, Reset.AddHours(1))),
            Story.Of(Read(5, 0, Reset), Read(0, 1, Reset.AddHours(1))))
        {
            Also = [Story.Of(Read(5, 0, Reset.AddSeconds(-1)), Read(0, 1, Reset))],
        },
        ["free_tier_export_restriction"] = new(
            Story.Of(Story.Refused(403, "export_requires_paid_plan", detail: "Exports need a paid plan.", endpoint: "/propiq/export")),
            Story.Of(Story.Refused(403, "forbidden", endpoint: "/propiq/export")),
            Story.Of(Story.Refused(401, "unauthorized", endpoint: "/propiq/export"))),
        ["free_tier_history_limit_10_items"] = new(
            Story.Of(Listed(10, 14, true)),
            Story.Of(Listed(11, 14, true)),
            Story.Of(Listed(10, 10, false)),
            Story.Of(Listed(10, 10, true)),
            Story.Of(Listed(10, 14, false))),
        ["off_peak_hours_usage_evening"] = new(
            Story.Of(Story.Analysed(Story.Property(), userTime: Story.Start.AddHours(8))),
            Story.Of(Story.Analysed(Story.Property(), userTime: Story.Start)),
            Story.Of(Evening(18, 59)),
            Story.Of(Evening(22, 0)),
            Story.Of(Story.Refused(503, "ai_unavailable", Story.Property()) with { UserTime = Story.Start.AddHours(8) }))
        {
            Also = [Story.Of(Evening(19, 0)), Story.Of(Evening(21, 59))],
        },
    };

    private static Case Warned(string warning, string other) => new(
        Story.Of(Story.Analysed(Story.Property(), made => made with { Warning = warning })),
        Story.Of(Story.Analysed(Story.Property(), made => made with { Warning = other })),
        Story.Of(Story.Analysed(Story.Property())));

    private static CallRecord Blocked(int used, int limit) =>
        Story.Refused(429, "usage_limit_reached", Story.Property(), detail: "Usage limit reached", usage: $$"""{"used":{{used}},"limit":{{limit}},"remaining":0}""");

    private static CallRecord Read(int used, double at, DateTimeOffset time) => Story.Profile(usage: new(used, 5, 5 - used, Reset), at: at, userTime: time);

    private static CallRecord Evening(int hour, int minute) =>
        Story.Analysed(Story.Property(), userTime: new DateTimeOffset(Story.Start.Year, Story.Start.Month, Story.Start.Day, hour, minute, 0, TimeSpan.Zero));

    private static CallRecord Listed(int items, int total, bool truncated) =>
        Story.Answered("/propiq/history", new History([.. Enumerable.Range(0, items).Select(_ => (Analysis)Story.Analysed(Story.Property()).Value!)], total, 50, truncated));
}
