namespace PropIQ.Simulator.Tests.Profiles;

/// <summary>Profiles for tests.</summary>
internal static class Texts
{
    /// <summary>A user who logs in, with the actions given as YAML flow mappings.</summary>
    public static string OneUser(params string[] actions) => OneUserOn("free", actions);

    /// <summary>The same on another plan.</summary>
    public static string OneUserOn(string tier, params string[] actions) =>
        $$"""
        simulations:
          - name: "Tess"
            email: "tess@simulated.propiq.test"
            persona: { role: "tester", target_tier: "{{tier}}", current_tier: "{{tier}}" }
            actions:
        {{string.Join("\n", actions.Select(action => $"      - {action}"))}}

        """;

    public const string LogIn = """{ type: "login", email: "tess@simulated.propiq.test", password: "SimTess2025!Go", expected_status: 200 }""";

    public const string SignUp = """{ type: "signup", email: "tess@simulated.propiq.test", password: "SimTess2025!Go", first_name: "Tess", last_name: "Ter" }""";

    /// <summary>A profile kept beside the tests.</summary>
    public static string Resource(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
