using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Analyses.Comparing;
using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Analyses.Exports;
using PropIQ.ReferenceApi.Analyses.History;
using PropIQ.ReferenceApi.Analyses.Submitting;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Costs;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Domain.Export.Csv;
using PropIQ.ReferenceApi.Analyses.Exports.Pdf;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Registers this area.</summary>
public static class AnalysesServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddAnalyses(this IServiceCollection services) =>
        services.AddRules().AddUsage().AddMaking().AddLooking();

    // Single decisions, no HTTP and no SQL in them.
    private static IServiceCollection AddRules(this IServiceCollection services)
    {
        services.TryAddSingleton<IAddressRules, AddressRules>();
        services.TryAddSingleton<IAddressKeys, AddressKeys>();
        services.TryAddSingleton<IPriceRules, PriceRules>();
        services.TryAddSingleton<IDescriptionRules, DescriptionRules>();
        services.TryAddSingleton<IDealRatings, DealRatings>();
        services.TryAddSingleton<IAppraisals, Appraisals>();
        services.TryAddSingleton<IDuplicatePolicy, DuplicatePolicy>();
        services.TryAddSingleton<IHistoryPolicy, HistoryPolicy>();
        services.TryAddSingleton<IExportPolicy, ExportPolicy>();
        services.TryAddSingleton<IRanking, RankingByScore>();
        services.TryAddSingleton<ICosts, Gpt4oMiniCosts>();
        services.TryAddSingleton<IUsagePeriods, UsagePeriods>();
        services.TryAddSingleton<IAllowancePolicy, AllowancePolicy>();
        services.TryAddSingleton<IWarnings, Warnings>();
        services.TryAddSingleton<ISpreadsheetGuard, ApostropheGuard>();
        return services;
    }

    private static IServiceCollection AddUsage(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => ReservationLimits.From(provider.GetRequiredService<Hosting.ReferenceApiOptions>()));
        services.TryAddSingleton<UsageRecords>();
        services.TryAddSingleton<Reservations>();
        services.TryAddSingleton<AbandonedReservations>();
        services.TryAddSingleton<IUsage, Usage.Usage>();
        services.TryAddSingleton<IPlanOfUser, PlanOfUser>();
        services.TryAddSingleton<IAllowance, Allowance>();
        services.AddHostedService<LeftoverSweep>();
        return services;
    }

    private static IServiceCollection AddMaking(this IServiceCollection services)
    {
        services.TryAddSingleton<IAiClient, AzureOpenAiClient>();
        services.TryAddSingleton<IAppraiser, Appraiser>();
        services.TryAddSingleton<IAnalysisStore, AnalysisStore>();
        services.TryAddSingleton<IAnalysisNews, WandbNews>();
        services.TryAddSingleton<IAnalyst, Analyst>();
        services.TryAddSingleton<RecentSubmissions>();
        services.TryAddSingleton<IDuplicates>(provider => provider.GetRequiredService<RecentSubmissions>());
        services.AddHostedService(provider => provider.GetRequiredService<RecentSubmissions>());
        services.TryAddSingleton<ISeedHistory, SeedHistory>();
        return services;
    }

    private static IServiceCollection AddLooking(this IServiceCollection services)
    {
        services.TryAddSingleton<AnalysisViews>();
        services.TryAddSingleton<AnalysisFinder>();
        services.TryAddSingleton<PropertyReader>();
        services.AddSingleton<IExportWriter, CsvExport>();
        services.AddSingleton<IExportWriter, JsonExport>();
        services.AddSingleton<IExportWriter, PdfExport>();
        services.AddSingleton<IEndpointModule, AnalyzeEndpoint>();
        services.AddSingleton<IEndpointModule, HistoryEndpoints>();
        services.AddSingleton<IEndpointModule, ExportEndpoint>();
        services.AddSingleton<IEndpointModule, CompareEndpoint>();
        return services;
    }
}
