using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>
/// A place is reserved in one short transaction; the AI works without any; a second one stores the analysis, counts it
/// and queues its news, all or nothing. Whatever fails in between gives the place back.
/// </summary>
public sealed class Analyst(
    Database database,
    IAllowance allowance,
    IAppraiser appraiser,
    IAnalysisStore store,
    IAnalysisNews news,
    ICosts costs,
    IWarnings warnings,
    AnalysisViews views) : IAnalyst
{
    /// <inheritdoc/>
    public async Task<AnalysisAnswer> AnalyzeAsync(Caller caller, Property property, DateTimeOffset arrivedAt, CancellationToken cancellationToken)
    {
        var reservation = await allowance.ReserveAsync(caller.UserId, arrivedAt, cancellationToken);
        try
        {
            var appraised = await appraiser.AppraiseAsync(caller.UserId, property, cancellationToken);
            var analysis = Compose(property, appraised, arrivedAt);
            return await StoreAsync(caller, analysis, reservation, cancellationToken);
        }
        catch
        {
            await allowance.ReleaseAsync(reservation);
            throw;
        }
    }

    private Task<AnalysisAnswer> StoreAsync(Caller caller, StoredAnalysis analysis, Reservation reservation, CancellationToken cancellationToken) =>
        database.InTransactionAsync(
            async (transaction, limited) =>
            {
                var counted = await allowance.CountAsync(transaction, reservation, limited);
                var stored = await store.AddAsync(transaction, caller.UserId, analysis, limited);
                await news.TellAsync(transaction, caller, counted.Plan, stored, limited);
                return views.Answer(stored, counted.Usage, warnings.For(counted.Plan, counted.Usage.Used));
            },
            cancellationToken);

    private StoredAnalysis Compose(Property property, AppraisedProperty appraised, DateTimeOffset arrivedAt) => new(
        Guid.NewGuid(),
        Sequence: 0,
        property.Address,
        property.Coverage,
        property.Type,
        property.PurchasePrice,
        appraised.Opinion.DealScore,
        appraised.Opinion.Summary,
        appraised.Opinion.MetricsJson,
        appraised.Reply.Model,
        appraised.Reply.InputTokens,
        appraised.Reply.OutputTokens,
        costs.Of(appraised.Reply.InputTokens, appraised.Reply.OutputTokens),
        arrivedAt);
}
