using System.Diagnostics;

namespace PropIQ.Sabotage.Running;

/// <summary>Plays the suite against one saboteur after another, several at a time. What is known when it is stopped is kept.</summary>
internal sealed class Campaign(Suite suite, string folder, Playlist playlist, int parallel)
{
    /// <summary>Tries saboteurs; <paramref name="done"/> hears of each at once. Being stopped is no exception: the trials so far are answered.</summary>
    public async Task<IReadOnlyList<Trial>> RunAsync(IReadOnlyList<Saboteur> saboteurs, Action<Trial> done, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        List<Trial> trials = [];
        try
        {
            await Parallel.ForEachAsync(
                saboteurs,
                new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
                async (saboteur, stopping) =>
                {
                    var trial = await TryAsync(saboteur, stopping);
                    lock (gate)
                    {
                        trials.Add(trial);
                        done(trial);
                    }
                });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped: the rest has not been tried.
        }

        return trials;
    }

    /// <summary>
    /// Tries one after the other, with the machine to itself, those of which nothing could be said: what fails beside others
    /// for want of time does not fail alone. Answers all trials, the second ones in place of the first.
    /// </summary>
    public async Task<IReadOnlyList<Trial>> AgainAsync(IReadOnlyList<Trial> trials, Func<Trial, bool> unclear, Action<Trial> done, CancellationToken cancellationToken)
    {
        var once = trials.Where(unclear).Select(trial => trial.Saboteur).ToList();
        var again = once.Count == 0 ? [] : await new Campaign(suite, folder, playlist, parallel: 1).RunAsync(once, done, cancellationToken);
        return [.. trials.Where(trial => again.All(second => second.Saboteur != trial.Saboteur)), .. again];
    }

    private async Task<Trial> TryAsync(Saboteur saboteur, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            var messages = await suite.PlayAsync(saboteur, playlist(saboteur), Path.Combine(folder, "runs", saboteur.Id), cancellationToken);
            return new Trial(saboteur, ScenarioEnd.ReadAll(messages), Stopwatch.GetElapsedTime(began));
        }
        catch (Exception failure) when (failure is SuiteException or IOException)
        {
            return new Trial(saboteur, new Dictionary<string, ScenarioEnd>(), Stopwatch.GetElapsedTime(began), failure.Message);
        }
    }
}
