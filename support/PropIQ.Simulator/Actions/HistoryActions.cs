using System.Globalization;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Looks at the history.</summary>
[Action("get_analysis_history")]
internal sealed class GetAnalysisHistoryAction(Section given) : SimulatedAction
{
    private readonly int? limit = given.Whole("limit");
    private readonly int? offset = given.Whole("offset");
    private readonly int? mostItems = given.Whole("expected_max_items");

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var call = await context.JudgedAsync(null, (client, token, stop) => client.GetHistoryAsync(token, limit, offset, stop), cancellation);
        if (mostItems is { } most && call.Value is History { Items: { } items } && items.Count > most)
        {
            context.Complain($"the history shows {items.Count} analyses, and at most {most} were expected.");
        }
    }
}

/// <summary>Exports analyses as a file.</summary>
[Action("export_analyses")]
internal sealed class ExportAnalysesAction(Section given) : SimulatedAction
{
    private readonly string format = given.Text("format") ?? "pdf";
    private readonly int count = given.Whole("count", least: 1) ?? 1;
    private readonly int? exported = given.Whole("expected_exported");

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var order = new ExportOrder(format, count);
        var call = await context.JudgedAsync(order, (client, token, stop) => client.ExportAsync(token, order, stop), cancellation);
        if (exported is { } wanted && call.Value is ExportedFile file && file.ExportedCount != wanted)
        {
            context.Complain($"the file holds {file.ExportedCount?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} analyses, and {wanted} were expected.");
        }
    }
}

/// <summary>Ranks analyses; <c>id3</c> is the session's third.</summary>
[Action("compare_properties")]
internal sealed class ComparePropertiesAction(Section given) : SimulatedAction
{
    private readonly IReadOnlyList<string> ids = given.Texts("property_ids");

    /// <summary>The most recent of the session's analyses that it speaks of; 0 for none.</summary>
    public int Needs => ids.Max(id => Place(id) ?? 0);

    public override async Task PlayAsync(ActionContext context, CancellationToken cancellation)
    {
        var known = context.Visitor.AnalysisIds;
        JsonId[] real = [.. ids.Select(id => Place(id) is { } place && place <= known.Count ? known[place - 1] : id)];
        await context.JudgedAsync(real, (client, token, stop) => client.CompareAsync(token, real, stop), cancellation);
    }

    private static int? Place(string id) =>
        id.StartsWith("id", StringComparison.Ordinal) && int.TryParse(id.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0 ? place : null;
}
