using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Calculator;

/// <summary>Registers this area.</summary>
public static class CalculatorServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddCalculator(this IServiceCollection services)
    {
        services.TryAddSingleton<ICalculatorRules, CalculatorRules>();
        services.TryAddSingleton<IAssumptions, Assumptions>();
        services.TryAddSingleton<ILoanPayment, AnnuityPayment>();
        services.TryAddSingleton<IDealFigures, DealFormulas>();
        services.TryAddSingleton<IDealScoring, DealScoring>();
        services.TryAddSingleton<ILenderMinimum, LenderMinimum>();
        services.TryAddSingleton<IRounding, HalfAwayFromZero>();
        services.TryAddSingleton<CalculatorReader>();
        services.AddSingleton<IEndpointModule, CalculatorEndpoint>();
        return services;
    }
}
