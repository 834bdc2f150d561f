using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Telemetry;

/// <summary><c>analyses.jsonl</c>: a row an analysis, with the members that Weights &amp; Biases gets. A full disk ends the rows, not the run.</summary>
internal sealed class AnalysisRows(TextWriter? writer) : IDisposable
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lock gate = new();
    private TextWriter? writer = writer;

    /// <summary>Nobody keeps them.</summary>
    public static AnalysisRows Nowhere => new(null);

    /// <summary>Why rows are missing; null while none is.</summary>
    public string? Broken { get; private set; }

    public static AnalysisRows Open(string path)
    {
        try
        {
            return new(new StreamWriter(path, append: false) { AutoFlush = true });
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null) { Broken = $"{path} cannot be written: {failure.Message}" };
        }
    }

    /// <summary>A row, if the call was an analysis that succeeded.</summary>
    public void Note(CallRecord call, UserState user, string? session)
    {
        if (call is not { Succeeded: true, Endpoint: "/propiq/analyze", Value: Analysis analysis })
        {
            return;
        }

        var row = Row.Of(analysis, user, session ?? string.Create(CultureInfo.InvariantCulture, $"{user.Name}-{call.Session}"), call);
        lock (gate)
        {
            try
            {
                writer?.WriteLine(JsonSerializer.Serialize(row, Format));
            }
            catch (IOException full)
            {
                Broken = $"the analyses' rows are not complete: {full.Message}";
                writer = null;
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            try
            {
                writer?.Dispose();
            }
            catch (IOException full)
            {
                Broken ??= $"the analyses' rows are not complete: {full.Message}";
            }

            writer = null;
        }
    }
}

/// <summary>One analysis as Weights &amp; Biases has it, cost in dollars.</summary>
internal sealed record Row(
    DateTimeOffset At, string User, string? UserTier, string? PropertyAddress, decimal? AnalysisCost, int? TokensUsed, decimal? DealScore, string SessionId)
{
    public static Row Of(Analysis analysis, UserState user, string session, CallRecord call) => new(
        call.Exchange.StartedAt,
        user.Name,
        user.Conversion.Now,
        analysis.Address,
        analysis.CostUsd,
        analysis.Tokens is { Input: { } input, Output: { } output } ? input + output : null,
        analysis.DealScore,
        session);
}
