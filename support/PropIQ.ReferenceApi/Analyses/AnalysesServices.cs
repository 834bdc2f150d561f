namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Registers this area.</summary>
public static class AnalysesServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddAnalyses(this IServiceCollection services) => services;
}
