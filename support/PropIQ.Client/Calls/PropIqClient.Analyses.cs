using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Client.Http;
using PropIQ.Client.Reading;

namespace PropIQ.Client;

/// <content>Analyses (section 3).</content>
public sealed partial class PropIqClient
{
    /// <summary>Has a property analysed (clause 3.1).</summary>
    public Task<Answer<Analysis>> AnalyzeAsync(string? accessToken, PropertyToAnalyze property, CancellationToken cancellation) =>
        caller.JsonAsync<Analysis>(Call.Post("/propiq/analyze", property, accessToken), cancellation);

    /// <summary>A page of the history (clause 3.11); null leaves limit and offset to PropIQ.</summary>
    public Task<Answer<History>> GetHistoryAsync(string? accessToken, int? limit, int? offset, CancellationToken cancellation)
    {
        string[] parameters =
        [
            .. limit is { } most ? [string.Create(CultureInfo.InvariantCulture, $"limit={most}")] : Array.Empty<string>(),
            .. offset is { } first ? [string.Create(CultureInfo.InvariantCulture, $"offset={first}")] : Array.Empty<string>(),
        ];
        var query = parameters.Length == 0 ? "" : $"?{string.Join('&', parameters)}";
        return caller.JsonAsync<History>(Call.Get("/propiq/history", accessToken) with { Query = query }, cancellation);
    }

    /// <summary>One analysis (clause 3.12).</summary>
    public Task<Answer<Analysis>> GetAnalysisAsync(string? accessToken, JsonId analysisId, CancellationToken cancellation) =>
        caller.JsonAsync<Analysis>(Call.Get("/propiq/analyses/{id}", accessToken) with { Argument = analysisId.Text }, cancellation);

    /// <summary>Analyses as a file (clause 3.13).</summary>
    public async Task<Answer<ExportedFile>> ExportAsync(string? accessToken, ExportOrder order, CancellationToken cancellation)
    {
        var call = Call.Post("/propiq/export", order, accessToken) with { Accept = "*/*" };
        var received = await caller.SendAsync(call, cancellation).ConfigureAwait(false);
        return AnswerReader.Any(received, caller.Wire, () => FileReader.Read(received));
    }

    /// <summary>Ranks analyses (clause 3.14).</summary>
    public Task<Answer<Comparison>> CompareAsync(string? accessToken, IReadOnlyList<JsonId> analysisIds, CancellationToken cancellation) =>
        caller.JsonAsync<Comparison>(Call.Post("/propiq/compare", new { PropertyIds = analysisIds }, accessToken), cancellation);
}
