namespace PropIQ.ReferenceApi.Memory;

/// <summary>Keeps what is remembered by key within bounds: how much that is, is no rule of the business.</summary>
internal static class Forgetting
{
    /// <summary>Beyond <paramref name="capacity"/>, drops a tenth and more at once, so that one sweep pays for many entries: the oldest of those that may go.</summary>
    public static void Oldest<TValue, TAge>(IDictionary<string, TValue> memory, int capacity, Func<TValue, bool> mayGo, Func<TValue, TAge> age)
    {
        if (memory.Count <= capacity)
        {
            return;
        }

        // Who comes while another sweeps finds it done.
        lock (memory)
        {
            var count = memory.Count;
            if (count <= capacity)
            {
                return;
            }

            var excess = count - (capacity * 9 / 10);
            foreach (var (key, _) in memory.Where(entry => mayGo(entry.Value)).OrderBy(entry => age(entry.Value)).Take(excess).ToList())
            {
                memory.Remove(key);
            }
        }
    }
}
