namespace PropIQ.Mocks.OpenAi;

/// <summary>What the mock knows of one end user: what to say to them, how to fail, whom to hold, what was called. Thread-safe.</summary>
internal sealed class EndUser
{
    private const int CallsKept = 500;

    private readonly Lock _lock = new();
    private readonly Queue<AiCall> _calls = new();
    private CancellationTokenSource _healed = new();
    private AiScript _script = new();
    private AiFault? _fault;
    private int _faultsLeft;
    private Hold? _hold;
    private int _answering;
    private int _peak;

    public AiScript Script
    {
        get
        {
            lock (_lock)
            {
                return _script;
            }
        }

        set
        {
            lock (_lock)
            {
                _script = value;
            }
        }
    }

    public int Peak
    {
        get
        {
            lock (_lock)
            {
                return _peak;
            }
        }
    }

    public IReadOnlyList<AiCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Is set off when this user's faults and holds end.</summary>
    public CancellationToken Healed
    {
        get
        {
            lock (_lock)
            {
                return _healed.Token;
            }
        }
    }

    public void Fail(AiFault fault, int? times)
    {
        lock (_lock)
        {
            _fault = fault;
            _faultsLeft = times ?? int.MaxValue;
        }
    }

    public void Heal()
    {
        CancellationTokenSource healed;
        lock (_lock)
        {
            _fault = null;
            _hold?.LetGo();
            _hold = null;
            (healed, _healed) = (_healed, new CancellationTokenSource());
        }

        healed.Cancel();
    }

    public void HoldUntil(int count, TimeSpan deadline)
    {
        lock (_lock)
        {
            _hold?.LetGo();
            _hold = new Hold(count, deadline);
            _peak = _answering;
        }
    }

    /// <summary>A call begins; the fault that it meets, if any, is used up by one.</summary>
    public AiFault? Enter()
    {
        lock (_lock)
        {
            _peak = Math.Max(_peak, ++_answering);
            if (_fault is not { } fault)
            {
                return null;
            }

            // No end is MaxValue, which nobody counts down to the end.
            if (--_faultsLeft <= 0)
            {
                _fault = null;
            }

            return fault;
        }
    }

    /// <summary>Waits while this user's answers are held.</summary>
    public async Task WaitForOthersAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        Hold? hold;
        lock (_lock)
        {
            hold = _hold;
            if (hold is null)
            {
                return;
            }

            if (hold.Join())
            {
                _hold = null;
                return;
            }
        }

        if (await hold.WaitAsync(time, cancellationToken))
        {
            return;
        }

        lock (_lock)
        {
            // Nobody else need wait for an overlap that did not come about.
            hold.LetGo();
            _hold = _hold == hold ? null : _hold;
        }
    }

    public void Leave(AiCall call)
    {
        lock (_lock)
        {
            _answering--;
            Record(call);
        }
    }

    public void LeaveUnanswered()
    {
        lock (_lock)
        {
            _answering--;
        }
    }

    /// <summary>Remembers a call; the oldest of very many are forgotten.</summary>
    public void Record(AiCall call)
    {
        lock (_lock)
        {
            _calls.Enqueue(call);
            if (_calls.Count > CallsKept)
            {
                _calls.Dequeue();
            }
        }
    }
}
