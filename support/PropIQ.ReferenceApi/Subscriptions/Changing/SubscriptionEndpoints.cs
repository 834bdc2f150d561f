using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions.Storage;

namespace PropIQ.ReferenceApi.Subscriptions.Changing;

/// <summary>Shows subscriptions and changes their plan (clauses 5.2 and 5.3).</summary>
public sealed class SubscriptionEndpoints(Database database, ISubscribers subscribers, IPlanChanges changes) : IEndpointModule
{
    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stripe/subscription", ShowAsync).Produces<SubscriptionView>();
        routes.MapPost("/stripe/change-plan", ChangeAsync).TakesJson(typeof(PlanChangeRequest)).Produces<PlanChangeView>().Refuses(409, 422);
    }

    private async Task<IResult> ShowAsync(Caller caller, CancellationToken cancellationToken)
    {
        var subscriber = await database.QueryAsync((connection, limited) => subscribers.ReadAsync(connection, caller.UserId, limited), cancellationToken)
            ?? throw new Refusal(401, "unauthorized");
        var state = subscriber.State;
        var live = state.Current is { IsLive: true } current ? current : null;
        return Results.Ok(new SubscriptionView(Plan.Of(state.Tier).Name, state.Status.Name(), live?.PeriodEnd, live?.CancelAtPeriodEnd ?? false));
    }

    private async Task<IResult> ChangeAsync(Caller caller, JsonBody body, CancellationToken cancellationToken)
    {
        var target = Plan.Named(body.Text("tier").Value)
            ?? throw new Refusal(422, "unknown_tier", "There is no such plan. Choose free, starter, pro or elite.");

        // Only a plain true is a yes: whatever else it may mean, nothing must be lost by it.
        return Results.Ok(await changes.ChangeAsync(caller, target, body.Flag("confirm").Value, cancellationToken));
    }
}

/// <summary>A subscription. <c>Status</c>: none, active, past_due, canceled; one that is over has no period.</summary>
public sealed record SubscriptionView(string Tier, string Status, DateTimeOffset? CurrentPeriodEnd, bool CancelAtPeriodEnd);

/// <summary>What a change of plan takes.</summary>
public sealed record PlanChangeRequest(string Tier, bool? Confirm);

/// <summary>What came of it: changed, scheduled, or confirmation_required with what would be lost.</summary>
public sealed record PlanChangeView(string Status, IReadOnlyList<string>? Warnings = null);
