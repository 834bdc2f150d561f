using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class LoadCases
{
    public static readonly Dictionary<string, Case> All = new()
    {
        ["concurrent_analyses_3_requests"] = new(Story.Of(Together(3)), Story.Of(Together(2)), Story.Of(Together(10)), Story.Of(InTurn(3)), Story.Of(TwoThenOne()), Story.Of(Nameless(3)), Story.Of([.. Together(3).Select(call => call with { Request = null })]))
        {
            Also = [Story.Of(Together(9))],
        },
        ["concurrent_analyses_10_requests"] = new(Story.Of(Together(10)), Story.Of(Together(9)), Story.Of(InTurn(10))),
        ["api_rate_limit_20_requests"] = new(
            Story.Of([.. Burst(20), Limited(), Limited()]),
            Story.Of([.. Burst(21), Limited()]),
            Story.Of([.. Burst(20)]),
            Story.Of([.. Burst(5), Limited()]),
            Story.Of([.. Burst(20), Story.Refused(429, "rate_limited", retryAfter: false, endpoint: "/auth/me")]),
            Story.Of([.. Burst(20), Story.Refused(429, "usage_limit_reached", endpoint: "/auth/me")]),
            Story.Of([.. Burst(18), Limited()]))
        {
            Also = [Story.Of([.. Burst(19), Limited()]), Story.Of([.. Burst(20), Story.Answered("/auth/me", null, status: 300), Limited()])],
        },
        ["export_batch_5_properties"] = Exported(5, 8, 4),
        ["large_export_8_properties"] = Exported(8, 5, 50),
        ["export_large_dataset_50_properties"] = Exported(50, 49),
        ["database_query_timeout"] = NotCounted(504, "database_timeout", "database_unavailable"),
        ["azure_openai_unavailable"] = NotCounted(503, "ai_unavailable", "database_unavailable"),
    };

    private static CallRecord[] Together(int count) => [.. Enumerable.Range(0, count).Select(index => Story.Analysed(Story.Property(), at: index * 0.001, lasting: 0.5))];

    private static CallRecord[] InTurn(int count) => [.. Enumerable.Range(0, count).Select(index => Story.Analysed(Story.Property(), at: index))];

    private static CallRecord[] TwoThenOne() =>
        [Story.Analysed(Story.Property(), lasting: 1), Story.Analysed(Story.Property(), lasting: 1), Story.Analysed(Story.Property(), at: 1)];

    private static CallRecord[] Nameless(int count) => [.. Together(count).Select(call => call with { Value = ((Analysis)call.Value!) with { AnalysisId = null } })];

    private static IEnumerable<CallRecord> Burst(int count) => Enumerable.Range(0, count).Select(_ => Story.Answered("/auth/me", new RawText("{}", [1], null)));

    private static CallRecord Limited() => Story.Refused(429, "rate_limited", endpoint: "/auth/me");

    private static Case Exported(int count, params int[] others) => new(
        Story.Of(File(count, count)),
        [Story.Of(File(count, count - 1)), .. others.Select(other => Story.Of(File(other, other)))]);

    private static CallRecord File(int asked, int got) => Story.Answered("/propiq/export", new ExportedFile("a.csv", "text/csv", got, [1]), new ExportOrder("csv", asked));

    private static Case NotCounted(int status, string code, string other) => new(
        Story.Of(Read(3, 0), Story.Refused(status, code, at: 1), Read(3, 2)),
        Story.Of(Read(3, 0), Story.Refused(status, code, at: 1), Read(4, 2)),
        Story.Of(Read(3, 0), Story.Refused(status, other, at: 1), Read(3, 2)),
        Story.Of(Story.Refused(status, code, at: 1)),
        Story.Of(Read(3, 0), Story.Refused(status, code, at: 1)),
        Story.Of(Story.Refused(status, code, at: 1), Read(3, 2)))
    {
        Also = [Story.Of(Read(3, 0.9), Story.Refused(status, code, at: 1), Read(3, 1.1))],
    };

    private static CallRecord Read(int used, double at) => Story.Profile(usage: new(used, 5, 5 - used, null), at: at);
}
