using PropIQ.Client;
using PropIQ.Client.Contract;

namespace PropIQ.Simulator.Expectations;

/// <summary>What an answer must hold to be the success that the contract describes: <c>{}</c> with status 200 is none.</summary>
internal static class Completeness
{
    /// <summary>What is missing; null when nothing is.</summary>
    public static string? Lacks(object? value) => value switch
    {
        Tokens tokens => string.IsNullOrEmpty(tokens.AccessToken) ? "an access token" : null,
        Profile profile => profile is { Email: null } or { Tier: null } ? "the account's e-mail and plan" : null,
        Analysis analysis => analysis is { AnalysisId: null } or { DealScore: null } ? "an analysis (its id and score)" : null,
        History history => history.Items is null ? "a list of analyses" : null,
        ExportedFile file => file.Content.Length == 0 ? "a file" : null,
        Comparison comparison => comparison.Ranking is null or [] ? "a ranking" : null,
        DealFigures figures => figures.DealScore is null ? "a deal score" : null,
        PriceList prices => prices.Plans is null or [] ? "plans" : null,
        CheckoutSession session => session is { SessionId: null } or { CheckoutUrl: null } ? "a checkout session" : null,
        Subscription subscription => subscription is { Tier: null } or { Status: null } ? "the subscription's plan and status" : null,
        PlanChange change => change.Status is null ? "what became of the change" : null,
        ChatReply reply => reply is { Response: null } or { ConversationId: null } ? "a reply" : null,
        RawText raw => raw.Bytes.Length == 0 ? "anything in it" : null,
        _ => null,
    };
}
