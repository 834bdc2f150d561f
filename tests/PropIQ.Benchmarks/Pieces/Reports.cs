using BenchmarkDotNet.Attributes;
using PropIQ.Client.Reports;
using PropIQ.LivingDocs.Features;

namespace PropIQ.Benchmarks.Pieces;

/// <summary>What evidence and pages cost, which every scenario leaves behind.</summary>
[MemoryDiagnoser]
public class Reports
{
    private const string Body =
        """
        {"access_token":"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl","expires_in":3600,"user":{"id":"01a21514","email":"frank@simulated.propiq.test",
        "tier":"free","usage":{"used":5,"limit":5,"remaining":0,"resets_at":"2026-12-01T00:00:00Z"}}}
        """;

    private int texts;

    /// <summary>One answer without its secrets.</summary>
    [Benchmark]
    public string MaskABody() => Secrets.InBody(Body, indented: false);

    /// <summary>A feature of ten scenarios, read anew: texts that are known are not read again, so each is another one.</summary>
    [Benchmark]
    public FeatureSpec? ReadAFeature() => FeatureReader.Read("free.feature", Feature(texts++));

    private static string Feature(int number) =>
        $"Feature: Free {number}\n  Rule: Five analyses a month\n" + string.Concat(Enumerable.Range(1, 10).Select(at =>
            $"    Scenario: The {at}th\n      Given Frank has used {at} analyses\n      When he analyses one more\n      Then he is refused\n"));
}
