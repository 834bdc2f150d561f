using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Allowances;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>The block at the limit comes at the wrong moment, or for the wrong things.</summary>
internal static class Blocks
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("block_a_call_late", "One analysis more than the plan has is made.")
        {
            Cases = ["free_tier_hard_block_5of5", "usage_limit_hard_block", "courses_of_events"],
            Clauses = ["3.5"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => real.Allows(plan, used - 1, inFlight)),
        },
        new("block_a_call_early", "The plan's last analysis is refused.")
        {
            Cases = ["free_tier_soft_warning_4of5", "paid_tier_limit_warning_58_of_60"],
            Clauses = ["3.5"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => real.Allows(plan, used + 1, inFlight)),
        },
        new("elite_is_boundless", "Elite, the dearest plan, is never blocked.")
        {
            Cases = ["usage_limit_hard_block"],
            Clauses = ["3.5"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => plan.Tier == Tier.Elite || real.Allows(plan, used, inFlight)),
        },
        new("block_only_at_the_exact_limit", "Whoever has used more than the plan allows is not blocked any more.")
        {
            Cases = ["usage_above_limit"],
            Clauses = ["3.5"],
            Host = host => host.Twist<IAllowancePolicy>(
                nameof(IAllowancePolicy.Allows),
                real => (Plan plan, int used, int inFlight) => used + inFlight != plan.Analyses),
        },
        new("failed_analysis_counted", "An analysis that the AI failed to make is charged.")
        {
            Cases = ["azure_openai_unavailable", "burst_with_failure"],
            Clauses = ["3.7", "3.8"],
            Host = host => host.Twist<IAllowance>(
                nameof(IAllowance.ReleaseAsync),
                (real, provider) => async (Reservation reservation) =>
                {
                    await provider.CountAnywayAsync(reservation.UserId);
                    await real.ReleaseAsync(reservation);
                }),
        },
        new("refused_input_counted", "A request that is refused for its address is charged.")
        {
            Cases = ["refused_analysis_not_counted", "invalid_property_address_empty"],
            Clauses = ["3.7"],
            Host = host => host.OnRefusal("/propiq/analyze", async (context, refusal) =>
            {
                if (refusal.Code == "invalid_address" && context.Features.Get<Caller>() is { } caller)
                {
                    await context.RequestServices.CountAnywayAsync(caller.UserId);
                }

                throw refusal;
            }),
        },
        new("negative_remaining", "Whoever has used more than the plan allows has less than nothing left.")
        {
            Cases = ["remaining_is_never_negative", "usage_above_limit"],
            Clauses = ["2.4"],
            Host = host => host.Twist<IUsage>(
                nameof(IUsage.Of),
                real => (UsageState stored, DateTimeOffset now) =>
                {
                    var view = real.Of(stored, now);
                    return view with { Remaining = view.Limit - view.Used };
                }),
        },
        new("upgrade_points_too_high", "At the limit everybody is pointed to Elite, whatever would do.")
        {
            Cases = ["free_tier_hard_block_5of5", "usage_limit_hard_block"],
            Clauses = ["3.5"],
            Host = host => host.TwistFailures<IAllowance>(
                nameof(IAllowance.ReserveAsync),
                (real, _) => async (Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
                {
                    try
                    {
                        return await real.ReserveAsync(userId, now, cancellationToken);
                    }
                    catch (Refusal refusal) when (refusal.Code == "usage_limit_reached")
                    {
                        throw refusal.With("upgrade_to", Plan.Of(Tier.Elite).Name);
                    }
                }),
        },
        new("no_larger_plan_is_not_said", "At the limit of the largest plan nothing tells that there is no larger one.")
        {
            Cases = ["usage_limit_hard_block"],
            Clauses = ["3.5"],
            Host = host => host.OnRefusal("/propiq/analyze", (_, refusal) => throw (refusal.Members.TryGetValue("upgrade_to", out var larger) && larger is null
                ? new Refusal(refusal.Status, refusal.Code, refusal.Detail).With("usage", refusal.Members["usage"])
                : refusal)),
        },
        new("refused_analysis_asks_the_ai", "Whoever has used up the plan is refused only after the AI has been paid.")
        {
            Cases = ["usage_limit_hard_block"],
            Clauses = ["3.5"],
            Host = host => host.TwistFailures<IAllowance>(
                nameof(IAllowance.ReserveAsync),
                (real, provider) => async (Guid userId, DateTimeOffset now, CancellationToken cancellationToken) =>
                {
                    try
                    {
                        return await real.ReserveAsync(userId, now, cancellationToken);
                    }
                    catch (Refusal refusal) when (refusal.Code == "usage_limit_reached")
                    {
                        var property = new Property("12 Elm St, Austin, TX 78701", default, PropertyTypes.Default, null, null);
                        await provider.GetRequiredService<IAppraiser>().AppraiseAsync(userId, property, cancellationToken);
                        throw;
                    }
                }),
        },
    ];
}
