using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Limits;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Accounts;

/// <summary>What counts as use of a session, and what does not (contract, 2.7).</summary>
public sealed class IdleDriver(
    AccountDriver accounts, AnalysisDriver analyses, HistoryDriver history, ExportDriver exports, CheckoutDriver checkout, ChatDriver chat, RateLimitDriver limits, TokenDriver tokens,
    OddRequests odd, TimeDriver time)
{
    /// <summary>Uses PropIQ at a time of the day.</summary>
    public async Task UseAtAsync(Actor actor, TimeOnly at, CancellationToken cancellationToken)
    {
        await MoveAsync(actor, at, cancellationToken);
        await accounts.ProfileAsync(actor, cancellationToken);
    }

    /// <summary>Uses PropIQ at a time of the day by the access token from before the session was renewed, which still has to work.</summary>
    public async Task UseFormerAtAsync(Actor actor, TimeOnly at, CancellationToken cancellationToken)
    {
        await MoveAsync(actor, at, cancellationToken);
        new Attempt<Profile>("look at the own profile by the former access token", await actor.Client.GetProfileAsync(EndedTokens.FormerOf(actor), cancellationToken)).ShouldSucceed();
    }

    /// <summary>Does one thing at a time of the day, which has to work: named as in features.</summary>
    public async Task DoAtAsync(Actor actor, TimeOnly at, string deed, CancellationToken cancellationToken)
    {
        await MoveAsync(actor, at, cancellationToken);
        IAttempt done = deed switch
        {
            "a question to support" => await chat.SayAsync(actor, "Are you still there?", cancellationToken),
            "a look at the subscription" => await checkout.TrySubscriptionAsync(actor, cancellationToken),
            _ => throw new ArgumentException($"Nothing that can be done is called \"{deed}\"."),
        };
        Verdict.That(done.Succeeded, $"{actor} should have been able to {done.What}, but {done.Outcome}");
    }

    /// <summary>Is let in at a time of the day, and then refused: named as in features.</summary>
    public async Task BeRefusedAtAsync(Actor actor, TimeOnly at, string mistake, CancellationToken cancellationToken)
    {
        await MoveAsync(actor, at, cancellationToken);
        await (mistake switch
        {
            "a blank address" => analyses.AnalyzeAsync(actor, "", cancellationToken),
            "a description that is too long" => analyses.AnalyzeAsync(actor, new PropertyToAnalyze("9 Long Story Ln, Reno, NV 89501", Description: Descriptions.TooLong), cancellationToken),
            "more than anybody can read" => odd.AnalyzeInLargeRequestAsync(actor, beyond: 1, inPieces: false, cancellationToken),
            "an analysis that is not there" => history.OpenAsync(actor, Guid.NewGuid().ToString(), cancellationToken),
            "an export on Free" => exports.ExportAsync(actor, "pdf", 1, cancellationToken),
            "the plan that one has" => checkout.ChangePlanAsync(actor, "free", null, cancellationToken),
            "one analysis too many" => analyses.AnalyzeAnotherAsync(actor, cancellationToken),
            "the twenty-first request in a second" => limits.FireAsync(actor, 21, cancellationToken),
            _ => throw new ArgumentException($"No mistake is called \"{mistake}\"."),
        });
        var last = actor.Journal.Last;
        Verdict.That(last.Problem?.Status is >= 400 and < 500 and not 401, $"{actor} should have been refused {mistake}, but {last.Outcome}");
    }

    /// <summary>Is not let in at a time of the day.</summary>
    public async Task BeRefusedAtAsync(Actor actor, TimeOnly at, KnownRefusal refusal, CancellationToken cancellationToken)
    {
        await MoveAsync(actor, at, cancellationToken);
        refusal.ShouldBeTheOutcomeOf(actor.Name, await accounts.TryProfileAsync(actor, cancellationToken));
    }

    /// <summary>Somebody shows a flawed token of the owner's at a time of the owner's day, and is not let in.</summary>
    public async Task ShowInVainAsync(Actor stranger, Actor owner, TimeOnly at, string flaw, CancellationToken cancellationToken)
    {
        await MoveAsync(owner, at, cancellationToken);
        await tokens.ShowForgedAsync(stranger, owner, flaw, cancellationToken);
        Refusals.Because("nobody can tell who is asking").ShouldBeTheOutcomeOf(stranger.Name, stranger.Journal.Last);
    }

    /// <summary>The newest attempt was refused for the token's age; renewing helps.</summary>
    public async Task ShouldHaveToRenewAsync(Actor actor, CancellationToken cancellationToken)
    {
        Refusals.Because("the access token has expired").ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);
        (await accounts.RefreshAsync(actor, cancellationToken)).ShouldSucceed();
        await accounts.ProfileAsync(actor, cancellationToken);
    }

    private Task MoveAsync(Actor actor, TimeOnly at, CancellationToken cancellationToken) =>
        time.MoveToAsync(actor, Moments.MiddleOfAMonthAt(at), cancellationToken);
}
