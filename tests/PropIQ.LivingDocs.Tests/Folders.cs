namespace PropIQ.LivingDocs.Tests;

/// <summary>A folder of features that is gone after the test.</summary>
public sealed class FeaturesOnDisk : IDisposable
{
    public FeaturesOnDisk(params (string Path, string Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            var file = System.IO.Path.Combine(Path, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("living-docs-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>The features and catalogue that the tests tell their stories with.</summary>
public static class Sample
{
    public const string Uri = "Features/limits/free.feature";

    public const string Feature = """
        @persona:frank
        Feature: Free

          Who pays nothing gets five.

          Rule: Five analyses a month

            @edge:block
            Scenario: The sixth
              Given Frank has analysed 5 properties
              When he analyses one more
              Then he is refused with "Free tier limit reached. Upgrade to continue."

            @edge:warning @needs:clock
            Scenario Outline: Warned at <used>
              When he analyses number <used>
              Then he is warned "<used> of 5 free analyses used"
              Examples:
                | used |
                | 4    |
                | 5    |

          Rule: Addresses of any script

            @edge:unicode
            Scenario: Café <b>Résidence</b> in 東京 <script>alert('x')</script>
              When Frank analyses "12 Café St"
              Then it is stored as given
        """;

    public const string Catalogue = """
        groups:
          - group: usage-limits
            cases:
              - id: block
                wording: Free tier hard block
                personas: [Frank]
                clauses: ["3.5"]
                hurt: Frank analyses for nothing, and PropIQ pays.
                severity: critical
              - id: warning
                wording: Free tier warning
                personas: [Frank, Will]
                clauses: ["1.1"]
                hurt: Frank is blocked without a word.
                severity: medium
          - group: data
            cases:
              - id: unicode
                wording: Addresses like Café
                personas: [Paula]
                clauses: ["3.3"]
                hurt: Paula's addresses are garbled.
                severity: high
              - id: forgotten
                wording: Something forgotten
                personas: [Ben]
                clauses: ["3.3"]
                hurt: Nobody knows.
                severity: high
        """;

    public const string Clauses = """
        clauses:
          "1.1": warnings
          "3.3": addresses
          "3.5": the block
          "9": costs
        """;

    public const string Promises = """
        personas: [Paula, Frank]
        plans:
          - plan: Free
            offers: { Price: "$0", Analyses: "5 a month" }
        plan_proofs:
          Analyses: [block]
        sentences:
          - text: Free tier limit reached. Upgrade to continue.
            when: One more than five
            cases: [block]
          - text: "{used} of {limit} free analyses used"
            when: Near the end
            cases: [warning]
        not_checked: ["The real Stripe."]
        """;

    public const string Glossary = """
        # Glossary

        **Block**: the refusal. <script>alert('page')</script>

        | Plan | $ |
        |---|---|
        | Free | 0 |
        """;

    public static FeaturesOnDisk OnDisk() => new(
        ("limits/free.feature", Feature), ("edge-cases.yaml", Catalogue), ("clauses.yaml", Clauses), ("promises.yaml", Promises), ("GLOSSARY.md", Glossary));
}
