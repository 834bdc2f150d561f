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
/// Shuffles features, and the scenarios of each, by the run's seed (<c>PROPIQ_SEED</c>): a scenario that leans on another
/// does not stay hidden, and the same seed gives the same order again. The runner's own seed moves only classes.
/// Features that wait for time limits stand at both ends, where the runner begins, so that no run ends with waiting.
/// </summary>
public sealed class SeededOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    // The folder of the features about time-outs, as it stands in their classes' namespace.
    private const string Waiting = ".performance.";

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => Shuffle(testCases, testCase => testCase.UniqueID);

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
    {
        var shuffled = Shuffle(testCollections, collection => collection.UniqueID);
        var waiting = shuffled.Where(collection => collection.TestCollectionDisplayName.Contains(Waiting, StringComparison.OrdinalIgnoreCase)).ToList();

        // They are put into the thread pool all at once, by one of its threads: that one takes them from the end, the others from the front.
        return [.. waiting.Where((_, at) => at % 2 == 0), .. shuffled.Except(waiting), .. waiting.Where((_, at) => at % 2 == 1)];
    }

    // Sorting by a keyed hash of the id depends on nothing but seed and id: adding a scenario moves no other.
    private static T[] Shuffle<T>(IEnumerable<T> items, Func<T, string> id) =>
        [.. items.OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Dice.RunSeed}:{id(item)}"))), StringComparer.Ordinal)];
}
