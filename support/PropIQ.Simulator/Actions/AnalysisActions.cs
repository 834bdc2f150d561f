using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>One analysis.</summary>
[Action("analyze_property")]
internal sealed class AnalyzePropertyAction(Section given) : SimulatedAction
{
    private readonly PropertyToAnalyze property = new(
        given.Has("address") ? given.Text("address") : Missing(given),
        given.Text("property_type"),
        given.Number("purchase_price"),
        given.Text("description"));

    public override int Analyses => 1;

    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) => Analysing.OneAsync(context, property, cancellation);

    private static string Missing(Section given)
    {
        given.RequiredText("address");
        return "";
    }
}

/// <summary>Several analyses, one after the other.</summary>
[Action("batch_analyze_properties")]
internal sealed class BatchAnalyzePropertiesAction(Section given) : SimulatedAction
{
    private readonly Batch batch = new(given);
    private readonly IReadOnlyList<decimal> pause = given.Numbers("delay_between_ms");

    public override int Analyses => batch.Count;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        foreach (var (property, index) in batch.For(context).Select((property, index) => (property, index)))
        {
            if (index > 0)
            {
                await PauseAsync(context, cancellation);
            }

            await Analysing.OneAsync(context, property, cancellation);
        }
    }

    private Task PauseAsync(ActionContext context, CancellationToken cancellation)
    {
        var (least, most) = pause switch { [] => (0m, 0m), [var one] => (one, one), [var from, .. , var to] => (from, Math.Max(from, to)) };
        var milliseconds = context.User.Random.Next((int)least, (int)most + 1);
        return context.Run.Settings.MaxSpeed || milliseconds == 0
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromMilliseconds(milliseconds), context.Run.Time, cancellation);
    }
}

/// <summary>Several analyses at the same time.</summary>
[Action("concurrent_analyze_properties")]
internal sealed class ConcurrentAnalyzePropertiesAction(Section given) : SimulatedAction
{
    private readonly Batch batch = new(given);

    public override int Analyses => batch.Count;

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        // On a quick target the first would be answered before the last is asked: a mock AI waits for all of them, for a moment.
        if (context.Run.Target.Ai is { } ai && context.Visitor.AccountId is { } account)
        {
            await ai.HoldUntilAsync(account, batch.Count, TimeSpan.FromSeconds(1), cancellation);
        }

        await Task.WhenAll(batch.For(context).Select(property => Analysing.OneAsync(context, property, cancellation)));
    }
}

/// <summary>The properties of an action: those named, the rest made up.</summary>
internal sealed class Batch
{
    private readonly IReadOnlyList<string> addresses;
    private readonly IReadOnlyList<decimal> prices;
    private readonly string? type;

    public Batch(Section given)
    {
        addresses = given.Texts("addresses");
        prices = [.. given.Numbers("purchase_prices"), .. given.Numbers("purchase_price")];
        type = given.Text("property_type");
        Count = given.Whole("count", least: 1) ?? addresses.Count;
        if (Count == 0)
        {
            given.Error("count", "is missing, and there are no addresses.");
        }
    }

    public int Count { get; }

    /// <summary>Prices go round where there are fewer than properties.</summary>
    public IReadOnlyList<PropertyToAnalyze> For(ActionContext context) => [.. Enumerable.Range(0, Count).Select(index => new PropertyToAnalyze(
        index < addresses.Count ? addresses[index] : MadeUpAddresses.Next(context.User.Random, context.Number, index),
        type,
        prices.Count == 0 ? null : prices[index % prices.Count]))];
}

/// <summary>Asking for analyses.</summary>
internal static class Analysing
{
    public static async Task<CallRecord> OneAsync(ActionContext context, PropertyToAnalyze property, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(property, (client, token, stop) => client.AnalyzeAsync(token, property, stop), cancellation);
        if (call is { Succeeded: true, Value: Analysis { AnalysisId: { } id, Duplicate: not true } })
        {
            lock (context.Visitor.AnalysisIds)
            {
                context.Visitor.AnalysisIds.Add(id);
            }
        }

        return call;
    }
}
