using PropIQ.LivingDocs.Features;
using Xunit;
using Xunit.v3;

namespace PropIQ.Proof.Wire;

/// <summary>
/// Names a scenario, or a row of an outline, alike on both sides: where it is played, by its test, and where it is read. A generator
/// makes a class of a feature's name and a method of a scenario's, whose letters and digits are the same, and gives it the row's values.
/// </summary>
internal static class RowName
{
    // After a row's values come its number and its tags.
    private const int NotOfTheRow = 2;

    /// <summary>By the test at work; null where there is none.</summary>
    public static string? Of(ITestContext context) => context is { Test: IXunitTest test, TestMethod.TestClass: { } type }
        ? Of(type.TestClassName.Split('.')[^1], test.TestMethod.MethodName, test.TestMethodArguments.SkipLast(NotOfTheRow).Select(value => $"{value}"))
        : null;

    /// <summary>By its feature file.</summary>
    public static string Of(FeatureSpec feature, ScenarioSpec scenario) =>
        Of(feature.Name + "Feature", scenario.Outline ?? scenario.Name, scenario.Row.Select(cell => cell.Value));

    private static string Of(string feature, string scenario, IEnumerable<string> row) => string.Join('|', [Key(feature), Key(scenario), .. row]);

    private static string Key(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
