using System.Reflection;
using PropIQ.Acceptance.Tests;
using PropIQ.Steps.Hooks;
using PropIQ.Targets;
using Xunit;

[assembly: AssemblyFixture(typeof(DeviationsHold))]

namespace PropIQ.Acceptance.Tests;

/// <summary>Fails the run, at its end, for a known deviation that names nothing, or of which everything passed.</summary>
public sealed class DeviationsHold : IDisposable
{
    private const string EdgeTag = "edge:";

    /// <inheritdoc />
    public void Dispose()
    {
        if (Deviations.Known is { Count: > 0 } known && Deviations.Complaints(known, Counts(), RunLedger.Ends) is { Count: > 0 } complaints)
        {
            throw new InvalidOperationException($"Of the target's known deviations:{Environment.NewLine}{string.Join(Environment.NewLine, complaints)}");
        }
    }

    /// <summary>How many tests each scenario and each case has, by what the tests themselves say.</summary>
    private static Dictionary<string, int> Counts()
    {
        var tests = from type in typeof(DeviationsHold).Assembly.GetTypes()
                    from method in type.GetMethods()
                    let traits = Traits(method)
                    where traits.Contains("FeatureTitle")
                    let scenario = $"{traits["FeatureTitle"].First()}{KnownDeviation.Separator}{traits["Description"].First()}"
                    let cases = traits["Category"].Concat(Traits(type)["Category"]).Where(tag => tag.StartsWith(EdgeTag, StringComparison.Ordinal)).Select(tag => tag[EdgeTag.Length..])
                    from name in cases.Append(scenario).Distinct()
                    select (name, rows: Math.Max(1, method.GetCustomAttributes<InlineDataAttribute>().Count()));
        return tests.GroupBy(test => test.name).ToDictionary(group => group.Key, group => group.Sum(test => test.rows));
    }

    private static ILookup<string, string> Traits(MemberInfo member) =>
        member.GetCustomAttributes<TraitAttribute>().ToLookup(trait => trait.Name, trait => trait.Value);
}
