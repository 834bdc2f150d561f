namespace PropIQ.Simulator.Costs;

/// <summary>Money that may be spent, in dollars: an action begins only when even its projected cost stays within.</summary>
internal sealed class RunBudget(decimal? limit)
{
    private readonly Lock gate = new();
    private decimal held;
    private decimal spent;

    public decimal? Limit => limit;

    /// <summary>What was spent so far.</summary>
    public decimal Spent
    {
        get
        {
            lock (gate)
            {
                return spent;
            }
        }
    }

    /// <summary>Holds money for an action; false when that would pass the budget.</summary>
    public bool TryHold(decimal projected)
    {
        lock (gate)
        {
            if (limit is { } most && spent + held + projected > most)
            {
                return false;
            }

            held += projected;
            return true;
        }
    }

    /// <summary>The action is over and cost so much.</summary>
    public void Settle(decimal projected, decimal actual)
    {
        lock (gate)
        {
            held -= projected;
            spent += actual;
        }
    }
}
