using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Changing;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>A move that loses something is made without a yes, or asked about in wrong words.</summary>
internal static class Confirmations
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("downgrade_without_confirmation", "A move that loses something is made without asking.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(nameof(IPlanChangePolicy.AsksFirst), _ => (IReadOnlyList<string> losses, bool confirmed) => false),
        },
        new("downgrade_warned_and_yet_changed", "A move that loses something is asked about, and made before the answer.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChanges>(
                nameof(IPlanChanges.ChangeAsync),
                (real, provider) => async (Caller caller, Plan target, bool confirmed, CancellationToken stop) =>
                {
                    var answer = await real.ChangeAsync(caller, target, confirmed, stop);
                    if (answer.Status == "confirmation_required")
                    {
                        await provider.ExecuteAsync("update users set tier = @tier where id = @UserId", new { tier = target.Name, caller.UserId });
                    }

                    return answer;
                }),
        },
        new("confirmation_is_not_heard", "Whoever confirms a downgrade is asked again, for ever.")
        {
            Cases = ["downgrade_confirmed"],
            Clauses = ["5.3"],
            Host = host => host.Twist<IPlanChangePolicy>(nameof(IPlanChangePolicy.AsksFirst), _ => (IReadOnlyList<string> losses, bool confirmed) => losses.Count > 0),
        },
        new("no_is_taken_for_yes", "Whoever says no to a downgrade has it.")
        {
            Cases = ["downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/stripe/change-plan", (context, real) => real(context.WithBody(body =>
            {
                if (body.ContainsKey("confirm"))
                {
                    body["confirm"] = true;
                }
            }))),
        },
        new("any_word_is_taken_for_yes", "Whatever a form sends where it asks, a \"no\" in words too, is a yes.")
        {
            Cases = ["downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/stripe/change-plan", (context, real) => real(context.WithBody(body =>
            {
                if (body["confirm"]?.GetValueKind() == JsonValueKind.String)
                {
                    body["confirm"] = true;
                }
            }))),
        },
        new("hidden_analyses_miscounted", "The warning of a downgrade tells of one analysis too many.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => real.Of(from, to, used, history + 1)),
        },
        new("exports_go_without_a_word", "The warning of a downgrade does not tell that exports will stop.")
        {
            Cases = ["downgrade_with_data_loss_warning", "downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, former, next, used, history) => real.Of(former with { Exports = next.Exports }, next, used, history)),
        },
        new("exactly_the_new_limit_is_a_loss", "Who has used exactly what the smaller plan gives is warned of a loss.")
        {
            Cases = ["downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => real.Of(from, to with { Analyses = to.Analyses - 1 }, used, history)),
        },
        new("only_free_is_asked_about", "A move to a smaller paid plan is made without asking, whatever was used.")
        {
            Cases = ["downgrade_warning_numbers", "downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => to.Tier == Tier.Free ? real.Of(from, to, used, history) : []),
        },
        new("two_steps_down_asked_as_one", "Whoever goes from Elite to Starter is asked as if it were to Pro.")
        {
            Cases = ["downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Losing((real, from, to, used, history) => real.Of(from, (from.Tier, to.Tier) == (Tier.Elite, Tier.Starter) ? Plan.Of(Tier.Pro) : to, used, history)),
        },
        new("asking_twice_is_a_yes", "Whoever asks for a smaller plan twice has it without ever having said yes.")
        {
            Cases = ["downgrade_with_data_loss_warning"],
            Clauses = ["5.3"],
            Host = Changing(real =>
            {
                var asked = new ConcurrentDictionary<(Guid, Tier), bool>();
                return (caller, target, confirmed, stop) =>
                    real.ChangeAsync(caller, target, confirmed || !asked.TryAdd((caller.UserId, target.Tier), true), stop);
            }),
        },
        new("one_yes_is_for_ever", "Whoever has confirmed a loss once is not asked before the next one.")
        {
            Cases = ["downgrade_warning_numbers"],
            Clauses = ["5.3"],
            Host = Changing(real =>
            {
                var said = new ConcurrentDictionary<Guid, bool>();
                return (caller, target, confirmed, stop) => real.ChangeAsync(caller, target, said.AddOrUpdate(caller.UserId, confirmed, (_, before) => before || confirmed), stop);
            }),
        },
    ];

    private delegate Task<PlanChangeView> Change(Caller caller, Plan target, bool confirmed, CancellationToken stop);

    private static Action<IServiceCollection> Changing(Func<IPlanChanges, Change> instead) => host => host.Twist<IPlanChanges>(nameof(IPlanChanges.ChangeAsync), instead);

    private static Action<IServiceCollection> Losing(Func<IDowngradeLosses, Plan, Plan, int, int, IReadOnlyList<string>> instead) =>
        host => host.Twist<IDowngradeLosses>(
            nameof(IDowngradeLosses.Of), real => (Plan from, Plan to, int used, int history) => instead(real, from, to, used, history));
}
