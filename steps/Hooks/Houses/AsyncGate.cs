namespace PropIQ.Steps.Hooks.Houses;

/// <summary>
/// Lets many in together, or one alone. Whoever came first goes first, so that the one is not kept out for ever by the many.
/// Nobody who is in may ask again.
/// </summary>
internal sealed class AsyncGate
{
    private readonly Lock gate = new();
    private readonly LinkedList<(bool Alone, TaskCompletionSource Turn)> waiting = [];
    private int inside;
    private bool isAlone;

    /// <summary>Waits for one's turn; disposing the answer, once, is leaving.</summary>
    public async Task<IDisposable> EnterAsync(bool alone, CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        LinkedListNode<(bool Alone, TaskCompletionSource Turn)> place;
        lock (gate)
        {
            place = waiting.AddLast((alone, turn));
            LetIn();
        }

        await using var giveUp = cancellationToken.Register(() => GiveUp(place, cancellationToken));
        await turn.Task;
        return new Leaving(this);
    }

    private void GiveUp(LinkedListNode<(bool Alone, TaskCompletionSource Turn)> place, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            // Who is in already has been told so.
            if (place.List is not null)
            {
                waiting.Remove(place);
                place.Value.Turn.SetCanceled(cancellationToken);
                LetIn();
            }
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            inside--;
            isAlone = false;
            LetIn();
        }
    }

    private void LetIn()
    {
        while (waiting.First is { } first && !isAlone && (inside == 0 || !first.Value.Alone))
        {
            waiting.RemoveFirst();
            inside++;
            isAlone = first.Value.Alone;
            first.Value.Turn.SetResult();
        }
    }

    private sealed class Leaving(AsyncGate gate) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                gate.Leave();
            }
        }
    }
}
