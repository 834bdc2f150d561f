using System.Collections.Concurrent;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Metrics;

/// <summary>What is counted over a stretch of a load, by persona and action, in memory that does not grow with it. Counts from any thread.</summary>
internal sealed class Tally(int digits)
{
    private readonly ConcurrentDictionary<(string Persona, LoadAction Action), Cell> cells = new();
    private long iterations;
    private long dropped;
    private long interrupted;
    private long heldBack;

    public int Digits => digits;

    public ErrorBook Errors { get; } = new();

    /// <summary>How long it lasted.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Sessions that were played to their end.</summary>
    public long Iterations => Volatile.Read(ref iterations);

    /// <summary>Arrivals that found no user free.</summary>
    public long Dropped => Volatile.Read(ref dropped);

    /// <summary>Requests that were given up when the time was over.</summary>
    public long Interrupted => Volatile.Read(ref interrupted);

    /// <summary>Requests that waited for the bound on their rate; it is ours, so their latency begins after it.</summary>
    public long HeldBack => Volatile.Read(ref heldBack);

    public IEnumerable<KeyValuePair<(string Persona, LoadAction Action), Cell>> Cells =>
        cells.OrderBy(cell => cell.Key.Persona, StringComparer.Ordinal).ThenBy(cell => cell.Key.Action);

    public void Add(string persona, LoadAction action, TimeSpan waited, in Played played)
    {
        Cell(persona, action).Add(played, waited);
        if (played.Failure is { } failure)
        {
            Errors.Add(action, failure, 1);
        }
    }

    public void Iterated(long number = 1) => Interlocked.Add(ref iterations, number);

    public void Drop(long number = 1) => Interlocked.Add(ref dropped, number);

    public void Interrupt(long number = 1) => Interlocked.Add(ref interrupted, number);

    public void HoldBack(long number = 1) => Interlocked.Add(ref heldBack, number);

    /// <summary>All of these personas' requests of these actions as one; everything where nothing is named.</summary>
    public Cell Sum(Func<string, LoadAction, bool>? which = null)
    {
        var sum = new Cell(digits);
        foreach (var (key, cell) in cells)
        {
            if (which?.Invoke(key.Persona, key.Action) != false)
            {
                sum.Add(cell);
            }
        }

        return sum;
    }

    /// <summary>Adds what another one counted at the same time.</summary>
    public void Add(Tally other)
    {
        foreach (var ((persona, action), cell) in other.cells)
        {
            Cell(persona, action).Add(cell);
        }

        Iterated(other.Iterations);
        Drop(other.Dropped);
        Interrupt(other.Interrupted);
        HoldBack(other.HeldBack);
        Errors.Add(other.Errors);
        Elapsed = Elapsed > other.Elapsed ? Elapsed : other.Elapsed;
    }

    /// <summary>A cell as it was read from a report.</summary>
    public void Put(string persona, LoadAction action, Cell cell) => Cell(persona, action).Add(cell);

    private Cell Cell(string persona, LoadAction action) => cells.GetOrAdd((persona, action), static (_, each) => new(each), digits);
}
