using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;

namespace PropIQ.Simulator.Load.Users;

/// <summary>Makes users' calls over one pool of connections, and says what they came to.</summary>
internal sealed class LoadCalls(PropIqClient client)
{
    private const int HistoryPage = 20;
    private const int ExportedAnalyses = 5;

    /// <summary>Makes one call. Throws for nothing but its cancellation.</summary>
    public async Task<Played> PlayAsync(VirtualUser user, LoadAction action, CancellationToken cancellation)
    {
        var token = user.AccessToken;
        return action switch
        {
            LoadAction.Login => Opened(user, await client.LogInAsync(user.Email, user.Password, cancellation)),
            LoadAction.Refresh => Opened(user, await client.RefreshAsync(user.RefreshToken, cancellation)),
            LoadAction.Profile => Judge(await client.GetProfileAsync(token, cancellation), profile => profile is { Email: not null, Tier: not null, Usage: not null }),
            LoadAction.Analyze => Judge(
                await client.AnalyzeAsync(token, new(MadeUpAddresses.Next(user.Random, user.Steps, user.Number % 100)), cancellation),
                analysis => analysis is { AnalysisId: not null, DealScore: >= 0 and <= 100 }),
            LoadAction.Calculator => Judge(await client.CalculateAsync(MadeUpDeals.Next(user.Random), cancellation), figures => figures is { MonthlyPayment: not null, DealScore: not null }),
            LoadAction.History => Judge(await client.GetHistoryAsync(token, HistoryPage, null, cancellation), history => history is { Items: not null, Total: not null }),
            LoadAction.Export => Judge(await client.ExportAsync(token, new ExportOrder("csv", ExportedAnalyses), cancellation), file => file.Content.Length > 0),
            LoadAction.Chat => Chatted(user, await client.ChatAsync(token, "What is a good cap rate for a duplex?", user.ConversationId, cancellation)),
            LoadAction.Pricing => Judge(await client.GetPricesAsync(cancellation), prices => prices.Plans is { Count: > 0 }),
            LoadAction.Health => Judge(await client.GetHealthAsync(cancellation), health => health.Status is not null),
            _ => Judge(await client.LogOutAsync(token, cancellation), _ => true),
        };
    }

    private static Played Opened(VirtualUser user, Answer<Tokens> answer)
    {
        var played = Judge(answer, tokens => tokens.AccessToken is { Length: > 0 });
        if (played.Check == true)
        {
            user.Open(answer.Value!.AccessToken!, answer.Value.RefreshToken);
        }

        // What cannot be refreshed is a session that is over, whatever its name.
        return answer.Problem?.Code == "invalid_refresh_token" ? new(Outcome.SessionOver, played.Service) : played;
    }

    private static Played Chatted(VirtualUser user, Answer<ChatReply> answer)
    {
        user.ConversationId = answer.Value?.ConversationId ?? user.ConversationId;
        return Judge(answer, reply => reply is { ConversationId: not null, Response: not null });
    }

    /// <summary>What an answer comes to, where a success has to hold what the contract says.</summary>
    internal static Played Judge<T>(Answer<T> answer, Func<T, bool> holds)
        where T : class
    {
        var took = answer.Exchange.Duration;
        if (answer.Exchange.TransportError is { } broken)
        {
            var kind = broken.Contains("CanceledException", StringComparison.Ordinal) || broken.Contains(nameof(TimeoutException), StringComparison.Ordinal) ? Failure.OfTimeout : Failure.OfTransport;
            return new(Outcome.Failed, took, null, new(kind, answer.Status, null, answer.Unreadable ?? broken));
        }

        if (answer.Succeeded)
        {
            return holds(answer.Value)
                ? new(Outcome.Met, took, true)
                : new(Outcome.Failed, took, false, new(Failure.OfContract, answer.Status, null, "PropIQ's answer lacks what the contract promises"));
        }

        return (answer.Status, answer.Problem?.Code) switch
        {
            (< 400, _) => new(Outcome.Failed, took, false, new(Failure.OfContract, answer.Status, null, answer.Unreadable ?? "PropIQ's answer cannot be read")),
            (_, "usage_limit_reached" or "export_requires_paid_plan") => new(Outcome.RefusedByPlan, took),
            (401, "token_expired" or "session_expired") => new(Outcome.SessionOver, took),
            (429, _) => new(Outcome.RateLimited, took),
            var (status, code) => new(Outcome.Failed, took, null, new(Failure.OfStatus, status, code, answer.Problem?.Detail ?? answer.Unreadable ?? $"PropIQ answered {status}")),
        };
    }
}
