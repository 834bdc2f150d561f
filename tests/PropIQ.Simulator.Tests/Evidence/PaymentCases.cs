using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class PaymentCases
{
    private const string Completed = "checkout.session.completed";
    private const string Failed = "invoice.payment_failed";

    public static readonly Dictionary<string, Case> All = new()
    {
        ["successful_checkout"] = new(
            Story.Of(Opened()).And(Story.Delivered(Completed)),
            Story.Of(Opened()).And(Story.Delivered(Completed, confirmed: false)),
            Story.Of(Opened()).And(Story.Delivered(Completed, statuses: 500)),
            Story.Of(Opened()).And(Story.Delivered(Completed, action: 4)),
            Story.Of(Story.Profile()).And(Story.Delivered(Completed)))
        {
            Also = [Story.Of(Story.Profile(), Opened(), Story.Profile("elite", action: 5)).And(Story.Delivered(Completed))],
        },
        ["stripe_payment_failure_insufficient_funds"] = new(
            Story.Of(Story.Profile(), Story.Profile(action: 5, at: 2)).And(Story.Delivered(Failed, reason: "insufficient_funds")),
            Story.Of(Story.Profile(), Story.Profile(action: 5, at: 2)).And(Story.Delivered(Failed, reason: "expired_card")),
            Story.Of(Story.Profile(), Story.Profile(action: 5, at: 2)).And(Story.Delivered(Failed, reason: "insufficient_funds", confirmed: false)),
            Story.Of(Story.Profile()).And(Story.Delivered(Failed, reason: "insufficient_funds")),
            Story.Of(Story.Profile(), Story.Profile("starter", action: 5, at: 2)).And(Story.Delivered(Failed, reason: "insufficient_funds")))
        {
            Also = [Story.Of(Story.Profile(), Story.Profile(action: 5, at: 2)).And(Story.Delivered(Failed, reason: "Insufficient funds"))],
        },
        ["payment_retry_after_failure"] = new(
            Story.Of(Story.Profile(), Story.Profile(action: 4, at: 2)).And(Story.Delivered(Failed, action: 4, reason: "insufficient_funds"), Story.Delivered(Completed, action: 6)),
            Story.Of(Story.Profile()).And(Story.Delivered(Completed, action: 3)),
            Story.Of(Story.Profile(), Story.Profile(action: 4, at: 2)).And(Story.Delivered(Failed, action: 4, reason: "insufficient_funds"), Story.Delivered(Completed, action: 4)),
            Story.Of(Story.Profile(), Story.Profile(action: 4, at: 2)).And(Story.Delivered(Failed, action: 4, reason: "insufficient_funds"), Story.Delivered(Completed, action: 6, confirmed: false))),
        ["stripe_webhook_duplicate_event"] = new(
            Story.Of(Opened()).And(Story.Delivered(Completed, statuses: [200, 200])).Heard(slack: ["New signup: tess"]),
            Story.Of(Opened()).And(Story.Delivered(Completed, statuses: [200, 200])).Heard(slack: ["New signup: tess", "New signup: tess"]),
            Story.Of(Opened()).And(Story.Delivered(Completed, statuses: [200, 500])).Heard(slack: ["New signup: tess"]),
            Story.Of(Opened()).And(Story.Delivered(Completed)).Heard(slack: ["New signup: tess"]),
            Story.Of(Opened()).And(Story.Delivered("invoice.payment_succeeded", statuses: [200, 200])).Heard(),
            Story.Of(Opened()).And(Story.Delivered(Completed, statuses: [200, 200])))
        {
            Also = [Story.Of(Opened()).And(Story.Delivered(Completed, statuses: [200, 200])).Heard(slack: ["New signup: tess", "Recurring payment: tess"])],
        },
        ["tier_upgrade_mid_session"] = new(
            Story.Of(Story.Profile("pro"), Story.Analysed(Story.Property(), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free"), Story.Analysed(Story.Property(), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("pro"), Story.Analysed(Story.Property(), at: 9, action: 7, session: 2)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("pro"), Story.Analysed(Story.Property(), at: 9, action: 5)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("pro"), Story.Analysed(Story.Property(), at: 9, action: 7)).And(Story.Delivered(Completed, confirmed: false)))
        {
            Also = [Story.Of(Story.Profile("pro"), Story.Analysed(Story.Property()), Story.Analysed(Story.Property(), at: 9, action: 7)).And(Story.Delivered(Completed))],
        },
        ["mid_month_tier_upgrade"] = new(
            Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(5, 100, 95, null), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(0, 100, 100, null), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(5, 5, 0, null), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free", new(5, 5, 0, null))).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free"), Story.Profile("elite", new(5, 100, 95, null), at: 9, action: 7)).And(Story.Delivered(Completed)),
            Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(5, 100, 95, null), at: 9, action: 7)).And(Story.Delivered(Completed, day: 1)))
        {
            Also =
            [
                Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(0, 100, 100, null), at: 5, action: 5), Story.Profile("elite", new(5, 100, 95, null), at: 9, action: 7)).And(Story.Delivered(Completed)),
                Story.Of(Story.Profile("free", new(5, 5, 0, null)), Story.Profile("elite", new(5, 100, 95, null), at: 9, action: 7)).And(Story.Delivered(Completed, day: 2)),
            ],
        },
        ["downgrade_with_data_loss_warning"] = new(
            Story.Of(Asked("confirmation_required", "45 used, 30 allowed"), Story.Subscribed("pro", at: 2)),
            Story.Of(Asked("confirmation_required", "45 used, 30 allowed"), Story.Subscribed("starter", at: 2)),
            Story.Of(Asked("confirmation_required"), Story.Subscribed("pro", at: 2)),
            Story.Of(Asked("confirmation_required", "45 used, 30 allowed")),
            Story.Of(Asked("confirmation_required", "45 used, 30 allowed") with { Request = new PlanOrder("starter", true) }, Story.Subscribed("pro", at: 2)),
            Story.Of(Asked("changed"), Story.Subscribed("starter", at: 2)))
        {
            Also =
            [
                Story.Of(Asked("confirmation_required", "45 used, 30 allowed"), Story.Subscribed("pro", at: 0.1)),
                Story.Of(Asked("confirmation_required", "45 used, 30 allowed") with { Request = new PlanOrder("starter", false) }, Story.Profile("pro", at: 2)),
            ],
        },
        ["price_shopping_no_conversion"] = new(
            Story.Of(Story.Profile(), Priced(), Story.Subscribed("free", at: 5)),
            Story.Of(Story.Profile()),
            Story.Of(Story.Profile(), Priced()),
            Story.Of(Story.Subscribed("starter"), Priced(), Story.Subscribed("free", at: 5)),
            Story.Of(Story.Profile(), Priced(), Story.Subscribed("starter", at: 5)),
            Story.Of(Story.Profile(), Priced(), Story.Subscribed("free", at: 5)).And(Story.Delivered(Completed, confirmed: false)))
        {
            Also = [Story.Of(Story.Profile(), Priced(), Story.Subscribed("free", at: 1.1))],
        },
    };

    private static CallRecord Opened() => Story.Answered("/stripe/create-checkout-session", new CheckoutSession("cs_test_1", "https://checkout"), action: 4);

    private static CallRecord Priced() => Story.Answered("/pricing", new PriceList([new("free", 0, 5, "p")]), at: 1);

    private static CallRecord Asked(string status, params string[] warnings) =>
        Story.Answered("/stripe/change-plan", new PlanChange(status, warnings), new PlanOrder("starter", null));
}
