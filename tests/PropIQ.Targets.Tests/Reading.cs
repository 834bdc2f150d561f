using PropIQ.Targets.Reading;

namespace PropIQ.Targets.Tests;

/// <summary>Reads targets with an environment of a test's own.</summary>
internal static class Reading
{
    public static Target Of(string yaml, params (string Name, string Value)[] environment) =>
        TargetReader.Read("t.yaml", yaml, Environment(environment));

    public static string ErrorOf(string yaml, params (string Name, string Value)[] environment) =>
        Xunit.Assert.Throws<TargetException>(() => Of(yaml, environment)).Message;

    public static Func<string, string?> Environment(params (string Name, string Value)[] environment) =>
        name => environment.FirstOrDefault(each => each.Name == name).Value;
}
