using System.Diagnostics;

namespace PropIQ.Sabotage.Running;

/// <summary>Plays the suite against one saboteur after another, several at a time. What is known when it is stopped is kept.</summary>
internal sealed class Campaign(Suite suite, string folder, Playlist playlist, int parallel)
{
    private readonly string runs = Path.Combine(folder, "runs");
    private HashSet<Saboteur> doubtful = [];

    /// <summary>Tries saboteurs; <paramref name="done"/> hears of each at once. Being stopped is no exception: the trials so far are answered.</summary>
    public async Task<IReadOnlyList<Trial>> RunAsync(IReadOnlyList<Saboteur> saboteurs, Action<Trial> done, CancellationToken cancellationToken)
    {
        await using var kept = new KeptSuites(suite, runs);
        var trials = await EachAsync(saboteurs, parallel, playlist, kept.PlayAsync, done, cancellationToken);
        doubtful = [.. await kept.CloseAsync(cancellationToken)];
        return trials;
    }

    /// <summary>
    /// Tries again, one after the other in processes of their own, those of which nothing could be said, for what fails beside others
    /// for want of time does not fail alone; and those after whom something was red in their process with nothing wrong. Answers all
    /// trials, the second ones in place of the first.
    /// </summary>
    public async Task<IReadOnlyList<Trial>> AgainAsync(IReadOnlyList<Trial> trials, Func<Trial, bool> unclear, Action<Trial> done, CancellationToken cancellationToken)
    {
        var once = trials.Where(trial => unclear(trial) || doubtful.Contains(trial.Saboteur)).Select(trial => trial.Saboteur).ToList();
        var again = await EachAsync(once, 1, playlist, suite.PlayAsync, done, cancellationToken);
        return [.. trials.Where(trial => again.All(second => second.Saboteur != trial.Saboteur)), .. again];
    }

    /// <summary>
    /// Plays survivors' own scenarios alone: who breaks something for everybody may have been hidden by what he did to others beside.
    /// Their trials then tell both.
    /// </summary>
    public async Task<IReadOnlyList<Trial>> AloneAsync(IReadOnlyList<Trial> trials, Func<Trial, bool> survived, Action<Trial> done, CancellationToken cancellationToken)
    {
        var hidden = trials.Where(survived).Select(trial => trial.Saboteur).ToList();
        var alone = await EachAsync(hidden, 1, Playlists.Targeted, suite.PlayAsync, done, cancellationToken);
        return [.. trials.Select(trial => alone.FirstOrDefault(second => second.Saboteur == trial.Saboteur && second.Trouble is null) is { } own ? trial.With(own) : trial)];
    }

    private async Task<IReadOnlyList<Trial>> EachAsync(
        IReadOnlyList<Saboteur> saboteurs, int atOnce, Playlist parts, Play play, Action<Trial> done, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        List<Trial> trials = [];
        try
        {
            await Parallel.ForEachAsync(
                SpreadOut(saboteurs),
                new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
                async (saboteur, stopping) =>
                {
                    var trial = await TryAsync(saboteur, parts(saboteur), play, stopping);
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

    /// <summary>Each area from beginning to end: against some the suite mostly waits, and waits best beside those against whom it works.</summary>
    private static IEnumerable<Saboteur> SpreadOut(IEnumerable<Saboteur> saboteurs) =>
        saboteurs.GroupBy(saboteur => saboteur.Area)
            .SelectMany(area => area.Select((saboteur, at) => (Saboteur: saboteur, At: (at + 0.5) / area.Count())))
            .OrderBy(each => each.At)
            .Select(each => each.Saboteur);

    private async Task<Trial> TryAsync(Saboteur saboteur, Part part, Play play, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            return new Trial(saboteur, await play(saboteur, part, Path.Combine(runs, saboteur.Id), cancellationToken), Stopwatch.GetElapsedTime(began));
        }
        catch (Exception failure) when (failure is SuiteException or IOException)
        {
            return new Trial(saboteur, new Dictionary<string, ScenarioEnd>(), Stopwatch.GetElapsedTime(began), failure.Message);
        }
    }
}

/// <summary>A way to play a part against a saboteur, with a folder for the run's files; answers how each scenario ended, by its id.</summary>
internal delegate Task<IReadOnlyDictionary<string, ScenarioEnd>> Play(Saboteur saboteur, Part part, string folder, CancellationToken cancellationToken);
