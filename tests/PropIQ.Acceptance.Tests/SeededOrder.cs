using System.Security.Cryptography;
using System.Text;
using PropIQ.Acceptance.Tests;
using PropIQ.Drivers.Stage;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(SeededOrder))]
[assembly: TestCaseOrderer(typeof(SeededOrder))]

namespace PropIQ.Acceptance.Tests;

/// <summary>
/// Shuffles features that are about as long, and the scenarios of each, by the run's seed (<c>PROPIQ_SEED</c>): a scenario that
/// leans on another does not stay hidden, and the same seed gives the same order again. The runner's own seed moves only classes.
/// The longest features begin first, since the scenarios of one are played one after the other, and the shortest last: no run
/// ends with waiting for a few of them while a core has nothing to do. That they begin so sees <see cref="OutsideThePool"/> to.
/// </summary>
public sealed class SeededOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    private const int Many = 15;

    // The folder of the features about time-outs, as it stands in their classes' namespace.
    private const string TimeOuts = ".performance.";

    // Those of features that wait: for messages to be tried again, for a clock, for what they broke. Or whose scenarios do much.
    private static readonly string[] Waiting = [".integrations.", ".collaborators.", ".webhooks.", ".courses.", ".health.", "TheMachinesOwnClock"];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => Shuffle(testCases, testCase => testCase.UniqueID);

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. Shuffle(testCollections, collection => collection.UniqueID).OrderByDescending(collection => Length(collection))];

    // In scenarios, roughly. Where there are many, how many is no matter.
    private static int Length(ITestCollection collection) =>
        IsIn(collection, TimeOuts) ? 2 * Many : Waiting.Any(name => IsIn(collection, name)) ? Many : Math.Min(ScenariosOf(collection), Many);

    private static bool IsIn(ITestCollection collection, string name) =>
        collection.TestCollectionDisplayName.Contains(name, StringComparison.OrdinalIgnoreCase);

    // Each class is a collection, which is called after it: "Test collection for A.Class (id: ...)". Of one called otherwise nothing is known.
    private static int ScenariosOf(ITestCollection collection) =>
        collection.TestCollectionDisplayName.Split(' ').Select(typeof(SeededOrder).Assembly.GetType).FirstOrDefault(type => type is not null) is { } feature
            ? feature.GetMethods().SelectMany(method => method.CustomAttributes).Count(attribute => attribute.AttributeType.IsAssignableTo(typeof(IDataAttribute)) || IsFact(attribute.AttributeType))
            : 0;

    // A theory is as many scenarios as it has rows.
    private static bool IsFact(Type attribute) => attribute.IsAssignableTo(typeof(IFactAttribute)) && !attribute.IsAssignableTo(typeof(ITheoryAttribute));

    // Sorting by a keyed hash of the id depends on nothing but seed and id: adding a scenario moves no other.
    private static T[] Shuffle<T>(IEnumerable<T> items, Func<T, string> id) =>
        [.. items.OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Dice.RunSeed}:{id(item)}"))), StringComparer.Ordinal)];
}
