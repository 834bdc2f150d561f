using PropIQ.Drivers.Courses;
using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks;

/// <summary>How a scenario is run again with the same made-up data.</summary>
internal static class Repetition
{
    /// <summary>A sentence with the command.</summary>
    public static string Of(string title) => $"To repeat it: {Command(title)}";

    /// <summary>The command that repeats one scenario, found by its title.</summary>
    public static string Command(string title)
    {
        var only = $"--filter-trait \"Description={title}\"";
        return Environment.GetEnvironmentVariable(TargetChoice.SandboxRunVariable) is { Length: > 0 } options
            ? $"PROPIQ_SEED={Dice.RunSeed} dotnet run --project support/PropIQ.Sandbox -- run {only} {options} -- WHAT-STARTS-YOUR-PROPIQ"
            : $"PROPIQ_SEED={Dice.RunSeed} {Target()}dotnet test --project tests/PropIQ.Acceptance.Tests {only}";
    }

    private static string Target() => string.Concat(
        new[] { TargetChoice.TargetVariable, TargetChoice.BaseUrlVariable, TargetChoice.WithoutVariable, CourseDriver.OthersVariable }
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(each => each.value is { Length: > 0 })
            .Select(each => $"{each.name}=\"{each.value}\" "));
}
