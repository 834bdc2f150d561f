namespace PropIQ.ReferenceApi.Calculator;

/// <summary>Registers this area.</summary>
public static class CalculatorServices
{
    /// <summary>Adds what this area consists of.</summary>
    public static IServiceCollection AddCalculator(this IServiceCollection services) => services;
}
