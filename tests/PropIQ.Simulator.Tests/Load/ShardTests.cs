using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Histograms;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Reports;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

/// <summary>A load in several processes is the load of one.</summary>
public sealed class ShardTests
{
    private static readonly LoadSettings Settings = Loaded.Requests(40, 2) with { Poisson = true, MaxVus = 100, Thresholds = [new("errors == 0", false, TimeSpan.Zero)] };

    [Fact]
    public async Task Four_shards_merged_are_one_run_and_lose_no_value()
    {
        await using var server = await PricingServer.StartAsync();
        var whole = await Loaded.PlayAsync(server.Target, Settings);
        var shards = await ShardsAsync(server.Target);

        // Read back from their files, as they would be.
        var merged = LoadMerging.Merge([.. shards.Select(shard => LoadJson.Read(LoadJson.Write(shard))!)]);

        Assert.Equal(whole.Metrics.HttpReqs.Count, merged.Metrics.HttpReqs.Count);
        Assert.InRange(merged.Metrics.HttpReqs.Rate, whole.Metrics.HttpReqs.Rate * 0.9, whole.Metrics.HttpReqs.Rate * 1.1);
        Assert.All(merged.Thresholds, threshold => Assert.True(threshold.Kept, threshold.Detail));
        Assert.Equal([1, 2, 3, 4], merged.Run.Shards);
        Assert.Equal((4, false), (merged.Run.ShardsPlanned, merged.Run.Incomplete));
        Assert.Equal(4, merged.Clients.Count);
        Assert.Equal(Sum(shards, cell => cell.CorrectedHistogram!), merged.ByPersonaAndAction.Single().CorrectedHistogram);
        Assert.Equal(Sum(shards, cell => cell.ServiceHistogram!), merged.ByPersonaAndAction.Single().ServiceHistogram);
        Assert.Equal(whole.Metrics.HttpReqs.Count, merged.OverTime.Slices.Sum(slice => slice.Requests));
    }

    [Fact]
    public async Task A_lost_shard_is_said_and_fails_the_load()
    {
        await using var server = await PricingServer.StartAsync();
        var shards = await ShardsAsync(server.Target);

        var merged = LoadMerging.Merge([shards[3], shards[0], shards[1]]);

        Assert.Equal((true, ExitCodes.Missed, "incomplete"), (merged.Run.Incomplete, merged.Run.ExitCode, merged.Run.Verdict));
        Assert.StartsWith("shard 3 of 4 is missing", merged.Run.IncompleteReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_belong_together_is_not_merged()
    {
        await using var server = await PricingServer.StartAsync();
        var settings = Loaded.Requests(20, 0.2);
        var one = await Loaded.PlayAsync(server.Target, settings, new Shard(1, 2));
        var other = await Loaded.PlayAsync(server.Target, settings, new Shard(2, 2), seed: 2);

        Assert.Contains("not of one load", Assert.Throws<BadInputException>(() => LoadMerging.Merge([one, other])).Message, StringComparison.Ordinal);
        Assert.Contains("Shard 1 is there twice", Assert.Throws<BadInputException>(() => LoadMerging.Merge([one, one])).Message, StringComparison.Ordinal);
    }

    private static async Task<LoadReport[]> ShardsAsync(Targets.SimulationTarget target) =>
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => Loaded.PlayAsync(target, Settings, new Shard(number, 4))));

    private static string Sum(IEnumerable<LoadReport> shards, Func<CellEntry, string> which)
    {
        var sum = new LatencyHistogram();
        foreach (var cell in shards.SelectMany(shard => shard.ByPersonaAndAction))
        {
            sum.Add(HistogramText.Read(which(cell)));
        }

        return HistogramText.Write(sum);
    }
}
