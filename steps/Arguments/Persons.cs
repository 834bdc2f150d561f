using PropIQ.Drivers.Stage;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns a name or a pronoun into the person of this scenario.</summary>
[Binding]
public sealed class Persons(Cast cast)
{
    /// <summary>{person}: Paula, Frank, he, she …</summary>
    [StepArgumentTransformation("(Paula|Frank|Rita|Will|Ben|Carol|Mallory|[Hh]e|[Ss]he|him|her)", Name = "person")]
    public Actor Person(string name) => cast.Find(name);

    /// <summary>{persons}: as in "Frank's profile".</summary>
    [StepArgumentTransformation("(Paula's|Frank's|Rita's|Will's|Ben's|Carol's|Mallory's|[Hh]is|[Hh]er)", Name = "persons")]
    public Actor Owner(string name) => cast.Find(name.Replace("'s", "", StringComparison.Ordinal));
}
