using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Access;

/// <summary>Every call of the contract, by whether it needs a session (contract, section 2).</summary>
public sealed class Doors(Asking asking)
{
    private readonly List<IAttempt> knocks = [];

    /// <summary>Tries every call that needs a session, with the token in hand or none.</summary>
    public Task TryLockedAsync(Actor actor, CancellationToken cancellationToken) => TryLockedAsync(actor, actor.Token, cancellationToken);

    /// <summary>Tries every call that needs a session with a token of one's own choosing.</summary>
    public async Task TryLockedAsync(Actor actor, string? token, CancellationToken cancellationToken)
    {
        await TryLimitedAsync(actor, token, cancellationToken);
        knocks.Add(await asking.TryAsync(actor, "log out", client => client.LogOutAsync(token, cancellationToken), cancellationToken));
    }

    /// <summary>Tries every call that needs a session and falls under its rate limit: all but logging out (contract, 2.5).</summary>
    public Task TryLimitedAsync(Actor actor, CancellationToken cancellationToken) => TryLimitedAsync(actor, actor.Token, cancellationToken);

    private async Task TryLimitedAsync(Actor actor, string? token, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        knocks.Clear();
        await KnockAsync("see a profile", client => client.GetProfileAsync(token, cancellationToken));
        await KnockAsync("analyse a property", client => client.AnalyzeAsync(token, new PropertyToAnalyze("1 Open Door Ln, Reno, NV 89501"), cancellationToken));
        await KnockAsync("see a history", client => client.GetHistoryAsync(token, null, null, cancellationToken));
        await KnockAsync("open an analysis", client => client.GetAnalysisAsync(token, id, cancellationToken));
        await KnockAsync("export analyses", client => client.ExportAsync(token, new ExportOrder("json", 1), cancellationToken));
        await KnockAsync("compare analyses", client => client.CompareAsync(token, [id, id], cancellationToken));
        await KnockAsync("open a checkout", client => client.OpenCheckoutAsync(token, "pro", null, cancellationToken));
        await KnockAsync("see a subscription", client => client.GetSubscriptionAsync(token, cancellationToken));
        await KnockAsync("change the plan", client => client.ChangePlanAsync(token, "pro", null, cancellationToken));
        await KnockAsync("ask support", client => client.ChatAsync(token, "Is anybody there?", null, cancellationToken));
        await KnockAsync("read a conversation", client => client.GetConversationAsync(token, id, cancellationToken));

        async Task KnockAsync<T>(string what, Func<PropIqClient, Task<Answer<T>>> call)
            where T : class => knocks.Add(await asking.TryAsync(actor, what, call, cancellationToken));
    }

    /// <summary>Tries everything that needs no session.</summary>
    public async Task TryOpenAsync(Actor actor, CancellationToken cancellationToken)
    {
        var deal = new Deal(300_000, 20, 6, 2_500);
        knocks.Clear();
        knocks.Add(await asking.TryAsync(actor, "see the prices", client => client.GetPricesAsync(cancellationToken), cancellationToken));
        knocks.Add(await asking.TryAsync(actor, "calculate a deal", client => client.CalculateAsync(deal, cancellationToken), cancellationToken));
        knocks.Add(await asking.TryAsync(actor, "see the front page", client => client.GetHomePageAsync(cancellationToken), cancellationToken));
        knocks.Add(await asking.TryAsync(actor, "ask whether PropIQ is well", client => client.GetHealthAsync(cancellationToken), cancellationToken));
        knocks.Add(await asking.TryAsync(actor, "ask whether the service is well", client => client.GetServiceHealthAsync(cancellationToken), cancellationToken));
    }

    /// <summary>Every call that was tried was refused for a reason.</summary>
    public void AllShouldBeRefused(Actor actor, KnownRefusal refusal)
    {
        Verdict.That(knocks.Count > 0, $"{actor} tried nothing");
        foreach (var knock in knocks)
        {
            refusal.ShouldBeTheOutcomeOf(actor.Name, knock);
        }
    }

    /// <summary>Every call that was tried found nobody logged in, in whichever of the contract's words.</summary>
    public void AllShouldBeClosed(Actor actor)
    {
        Verdict.That(knocks.Count > 0, $"{actor} tried nothing");
        foreach (var knock in knocks)
        {
            SessionEnd.ShouldBeToldBy(knock, actor);
        }
    }

    private static bool SaysSomething(IAttempt knock) => knock switch
    {
        Attempt<PriceList> prices => prices.Answer.Value?.Plans?.Count > 0,
        Attempt<DealFigures> deal => deal.Answer.Value?.MonthlyPayment is not null,
        Attempt<Health> health => !string.IsNullOrEmpty(health.Answer.Value?.Status),
        Attempt<HomePage> page => page.Answer.Value?.Html.Contains('<', StringComparison.Ordinal) == true,
        _ => true,
    };

    /// <summary>Every call that was tried was answered.</summary>
    public void AllShouldBeAnswered(Actor actor)
    {
        Verdict.That(knocks.Count > 0, $"{actor} tried nothing");
        foreach (var knock in knocks)
        {
            Verdict.That(
                knock.Succeeded && SaysSomething(knock),
                $"{actor} should be able to {knock.What} without an account, but {(knock.Succeeded ? "PropIQ's answer says nothing of it" : knock.Outcome)}");
        }
    }
}
