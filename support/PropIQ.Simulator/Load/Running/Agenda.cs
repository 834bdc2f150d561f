using System.Diagnostics;

namespace PropIQ.Simulator.Load.Running;

/// <summary>Something that is due at a moment.</summary>
internal interface IDue
{
    /// <summary>It is time. Called on the agenda's thread: anything long is for somebody else.</summary>
    void Due(long moment);
}

/// <summary>
/// What is due when, for everybody at once: whoever waits costs a place in a queue, not a timer and not a task. It has a thread of
/// its own, so that a pool of threads that is busy does not make it late. What is due within the coming millisecond goes at once:
/// a moment early rather than late.
/// </summary>
internal sealed class Agenda : IDisposable
{
    private static readonly long Grain = Stopwatch.Frequency / 1_000;

    private readonly PriorityQueue<IDue, long> queue = new();
    private readonly object gate = new();
    private readonly Thread thread;
    private bool over;
    private long last;

    /// <summary>True when nothing comes of it any more.</summary>
    public bool HasEnded => !thread.IsAlive;

    public Agenda()
    {
        thread = new(Run) { IsBackground = true, Name = "load agenda" };
        thread.Start();
    }

    public void Add(IDue what, long moment)
    {
        lock (gate)
        {
            if (over && moment > last)
            {
                return;
            }

            var first = !queue.TryPeek(out _, out var earliest) || moment < earliest;
            queue.Enqueue(what, moment);
            if (first)
            {
                Monitor.Pulse(gate);
            }
        }
    }

    /// <summary>What was due by a moment is still seen to, however late, and nothing after it.</summary>
    public void End(long moment)
    {
        lock (gate)
        {
            (over, last) = (true, moment);
            Monitor.Pulse(gate);
        }
    }

    public void Dispose()
    {
        End(long.MinValue);
        thread.Join();
    }

    private void Run()
    {
        while (Next() is (var what, var moment))
        {
            what.Due(moment);
        }
    }

    private (IDue What, long Moment)? Next()
    {
        lock (gate)
        {
            while (true)
            {
                var any = queue.TryPeek(out var what, out var moment);
                if (over && (!any || moment > last))
                {
                    return null;
                }

                if (!any)
                {
                    Monitor.Wait(gate);
                    continue;
                }

                var left = moment - Stopwatch.GetTimestamp();
                if (left <= Grain)
                {
                    queue.Dequeue();
                    return (what!, moment);
                }

                Monitor.Wait(gate, (int)Math.Min(left / Grain, 60_000));
            }
        }
    }
}
