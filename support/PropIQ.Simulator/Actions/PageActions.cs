using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>Looks at the prices; anybody may.</summary>
[Action("view_pricing")]
internal sealed class ViewPricingAction : SimulatedAction
{
    public ViewPricingAction(Section given) => _ = given;

    public override bool NeedsSession => false;

    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) =>
        context.JudgedAsync(null, (client, _, stop) => client.GetPricesAsync(stop), cancellation);
}

/// <summary>Opens the home page; anybody may.</summary>
[Action("visit_home_page")]
internal sealed class VisitHomePageAction : SimulatedAction
{
    public VisitHomePageAction(Section given) => _ = given;

    public override bool NeedsSession => false;

    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) =>
        context.JudgedAsync(null, (client, _, stop) => client.GetHomePageAsync(stop), cancellation);
}

/// <summary>Many requests at the same time, faster than anybody clicks.</summary>
[Action("rapid_fire_requests")]
internal sealed class RapidFireAction(Section given) : SimulatedAction
{
    private readonly int count = given.Whole("count", least: 1) ?? 20;
    private readonly string endpoint = given.Text("endpoint") ?? "/propiq/health";

    public override bool NeedsSession => !endpoint.StartsWith("/propiq/health", StringComparison.Ordinal) && endpoint is not ("/health" or "/pricing" or "/");

    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) => Task.WhenAll(Enumerable.Range(0, count).Select(_ =>
        context.JudgedAsync(
            null,
            (client, token, stop) => client.SendRawAsync("GET", endpoint, NeedsSession ? token : null, null, stop),
            cancellation,
            rapid: true)));
}
