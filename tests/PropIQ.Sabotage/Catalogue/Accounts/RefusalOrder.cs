using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Accounts;

/// <summary>Of two mistakes the wrong one is told of.</summary>
internal static class RefusalOrder
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("unknown_analysis_before_the_plan", "On Free, whoever exports an analysis that there is not learns that, and not that exports have to be paid for.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.OnRefusal("/propiq/export", async (context, refusal) =>
            {
                var asked = context.Features.Get<JsonBody>()!.Texts("analysis_ids").Value ?? [];
                throw refusal.Code == "export_requires_paid_plan" && await context.RequestServices.IsThereAsync(
                    "select exists (select from unnest(@ids) as asked(id) where not exists (select from analyses where user_id = @UserId and analyses.id::text = asked.id))",
                    new { ids = asked.ToArray(), context.Features.Get<Caller>()!.UserId })
                        ? new Refusal(404, "not_found", "There is no such analysis.")
                        : refusal;
            }),
        },
        new("present_plan_before_its_price", "Whoever orders the present plan at another plan's price is told of the plan only.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11", "5.1"],
            Host = host => host.OnRefusal("/stripe/create-checkout-session", async (context, refusal) =>
                throw (refusal.Code == "price_mismatch" && await context.RequestServices.IsThereAsync(
                    "select exists (select from users where id = @UserId and tier = @tier)",
                    new { context.Features.Get<Caller>()!.UserId, tier = context.Features.Get<JsonBody>()!.Text("tier").Value })
                        ? new Refusal(409, "already_on_tier", "You are on this plan already.")
                        : refusal)),
        },
        new("size_before_anything", "A stranger, or somebody in too much of a hurry, who sends too much is told that it is too much.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.TwistOnly<IAdmissionStep, BodyStep>(nameof(IAdmissionStep.TakeAsync), real => async (HttpContext context, EndpointMetadataCollection terms) =>
            {
                await real.TakeAsync(context, terms);
                await new SizeStep().TakeAsync(context, terms);
            }),
        },
        new("unknown_conversation_before_the_message", "Whoever sends nothing to a conversation that there is not is told of the conversation, not of the message.")
        {
            Cases = ["order_of_refusals"],
            Clauses = ["2.11"],
            Host = host => host.Intercept("/support/chat", async (context, real) =>
            {
                if (context.Features.Get<JsonBody>()?.Text("conversation_id") is { IsGiven: true, Value: { } id } && !(Guid.TryParse(id, out var known)
                    && await context.RequestServices.IsThereAsync("select exists (select from conversations where id = @known and user_id = @UserId)", new { known, context.Features.Get<Caller>()!.UserId })))
                {
                    throw new Refusal(404, "not_found", "There is no such conversation.");
                }

                await real(context);
            }),
        },
    ];
}
