namespace PropIQ.Drivers.Calculator;

/// <summary>
/// All-pairs selection: of circumstances that each have several values, few cases in which any two values of any two circumstances
/// come together at least once.
/// </summary>
internal static class Pairs
{
    /// <summary>The cases, each a value's number for each circumstance; <paramref name="sizes"/> says how many values there are of each.</summary>
    public static IReadOnlyList<IReadOnlyList<int>> Covering(IReadOnlyList<int> sizes)
    {
        var open = (
            from first in Enumerable.Range(0, sizes.Count)
            from second in Enumerable.Range(first + 1, sizes.Count - first - 1)
            from one in Enumerable.Range(0, sizes[first])
            from other in Enumerable.Range(0, sizes[second])
            select (first, one, second, other)).ToHashSet();
        List<IReadOnlyList<int>> cases = [];
        while (open.Count > 0)
        {
            var next = Next(sizes, open);
            open.RemoveWhere(pair => next[pair.first] == pair.one && next[pair.second] == pair.other);
            cases.Add(next);
        }

        return cases;
    }

    // Begins with a pair that is open, and gives each further circumstance the value that meets most open pairs with those before.
    private static int[] Next(IReadOnlyList<int> sizes, HashSet<(int First, int One, int Second, int Other)> open)
    {
        var begin = open.Min();
        var next = Enumerable.Repeat(-1, sizes.Count).ToArray();
        (next[begin.First], next[begin.Second]) = (begin.One, begin.Other);
        for (var circumstance = 0; circumstance < sizes.Count; circumstance++)
        {
            if (next[circumstance] < 0)
            {
                next[circumstance] = Enumerable.Range(0, sizes[circumstance]).MaxBy(value => open.Count(pair =>
                    (pair.First == circumstance && pair.One == value && next[pair.Second] == pair.Other)
                    || (pair.Second == circumstance && pair.Other == value && next[pair.First] == pair.One)));
            }
        }

        return next;
    }
}
