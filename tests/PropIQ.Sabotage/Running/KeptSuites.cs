using System.Collections.Concurrent;
using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Catalogue;

namespace PropIQ.Sabotage.Running;

/// <summary>
/// Programs of the suite that are kept, as many as play at a time. Each meets some saboteurs at most, and then one who breaks nothing:
/// when something is red for him, somebody has left something behind there, and whatever was found out there is in doubt.
/// </summary>
internal sealed class KeptSuites(Suite suite, string folder) : IAsyncDisposable
{
    private const int MostSaboteurs = 60;
    private static readonly Saboteur Nobody = Saboteurs.All[0];
    private readonly ConcurrentBag<KeptSuite> idle = [];
    private readonly ConcurrentBag<Saboteur> doubtful = [];
    private int started;

    /// <summary>Plays a part against a saboteur; the run's messages go into a folder.</summary>
    /// <returns>How each scenario ended, by its id.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end.</exception>
    public async Task<IReadOnlyDictionary<string, ScenarioEnd>> PlayAsync(Saboteur saboteur, Part part, string into, CancellationToken cancellationToken)
    {
        var kept = idle.TryTake(out var known) ? known : await KeptSuite.StartAsync(suite, Path.Combine(folder, $"process-{Interlocked.Increment(ref started)}"), cancellationToken);
        var well = false;
        try
        {
            var ends = await kept.PlayAsync(saboteur, part, into, cancellationToken);
            well = true;
            return ends;
        }
        finally
        {
            if (well && kept.Met.Count < MostSaboteurs)
            {
                idle.Add(kept);
            }
            else
            {
                await RetireAsync(kept, cancellationToken);
            }
        }
    }

    /// <summary>Ends them all; answers the saboteurs about whom what was found out is in doubt.</summary>
    public async Task<IReadOnlyCollection<Saboteur>> CloseAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(idle.ToArray().Select(_ => idle.TryTake(out var kept) ? RetireAsync(kept, cancellationToken) : Task.CompletedTask));
        return doubtful;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var kept))
        {
            await kept.DisposeAsync();
        }
    }

    private async Task RetireAsync(KeptSuite kept, CancellationToken cancellationToken)
    {
        await using var ended = kept;
        Saboteur[] met = [.. kept.Met];
        try
        {
            var ends = await kept.PlayAsync(Nobody, Part.All, kept.Folder, cancellationToken);
            if (ends.Values.All(end => end.Cell == Cell.Green))
            {
                return;
            }
        }
        catch (Exception failure) when (failure is SuiteException or OperationCanceledException)
        {
            // It is in no state to be asked, which is no better.
        }

        foreach (var saboteur in met.Where(saboteur => saboteur != Nobody))
        {
            doubtful.Add(saboteur);
        }
    }
}
