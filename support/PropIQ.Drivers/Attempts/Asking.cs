using PropIQ.Client;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Attempts;

/// <summary>Asks PropIQ something in a person's name, at a pace that the rate limit allows.</summary>
public sealed class Asking(Pace pace)
{
    /// <summary>Tries something and notes it: a Then judges it. <paramref name="what"/> completes "tried to …".</summary>
    public async Task<Attempt<T>> TryAsync<T>(
        Actor actor, string what, Func<PropIqClient, Task<Answer<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        actor.Journal.Add(new Attempt<T>(what, await InTimeAsync(actor, what, 1, () => call(actor.Client), cancellationToken)));

    /// <summary>Tries things at the same moment and notes them as one batch. The rate limit is left room for all of them.</summary>
    public async Task<IReadOnlyList<Attempt<T>>> TryTogetherAsync<T>(
        Actor actor, IReadOnlyList<(string What, Func<PropIqClient, Task<Answer<T>>> Call)> tries, CancellationToken cancellationToken)
        where T : class
    {
        var client = actor.Client;
        var what = $"{tries[0].What}, and {tries.Count - 1} things more at the same moment";
        var answers = await InTimeAsync(
            actor, what, tries.Count, () => Task.WhenAll(tries.Select(each => Task.Run(() => each.Call(client), cancellationToken))), cancellationToken);
        Attempt<T>[] batch = [.. tries.Zip(answers, (each, answer) => new Attempt<T>(each.What, answer))];
        actor.Journal.AddBatch(batch);
        return batch;
    }

    /// <summary>Looks at what PropIQ holds, which has to work; not noted as an attempt.</summary>
    public async Task<T> LookAsync<T>(
        Actor actor, string what, Func<PropIqClient, Task<Answer<T>>> call, CancellationToken cancellationToken)
        where T : class =>
        new Attempt<T>(what, await InTimeAsync(actor, what, 1, () => call(actor.Client), cancellationToken)).ShouldSucceed();

    private async Task<T> InTimeAsync<T>(Actor actor, string what, int requests, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            await pace.KeepAsync(actor, requests, cancellationToken);
            return await call();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Verdict.Fail<T>($"{actor} tried to {what}, but had no answer yet when the scenario's time was up");
        }
    }
}
