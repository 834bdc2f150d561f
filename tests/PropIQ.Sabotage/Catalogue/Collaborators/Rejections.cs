using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>A message is given up when a collaborator says that it is its sender's fault.</summary>
internal static class Rejections
{
    private const int TooMany = 429;
    private static readonly string[] Cases = ["slack_down", "mailer_down", "wandb_down"];
    private static readonly HttpClient Post = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static IReadOnlyList<Saboteur> All =>
    [
        new("rejected_messages_are_dropped", "A message that is put off or forbidden is never sent again: only what breaks down is tried once more.")
        {
            Cases = Cases,
            Clauses = ["8.7"],
            Host = GivingUp(status => status is >= 400 and < 500),
        },
        new("messages_in_a_rush_are_dropped", "A message that is put off because there are too many is never sent again.")
        {
            Cases = Cases,
            Clauses = ["8.7"],
            Host = GivingUp(status => status == TooMany),
        },
        new("forbidden_messages_are_dropped", "A message that is forbidden while a key is renewed is never sent again.")
        {
            Cases = Cases,
            Clauses = ["8.7"],
            Host = GivingUp(status => status is >= 400 and < 500 and not TooMany),
        },
    ];

    // The sender itself tells nobody why a message was not taken.
    private static Action<IServiceCollection> GivingUp(Predicate<int> isTheEnd) => host => host.Twist<IOutboxSender>(
        nameof(IOutboxSender.SendAsync),
        (_, provider) => async (OutboxChannel channel, OutboxMessage message, CancellationToken stop) =>
        {
            var routes = provider.GetRequiredService<OutboxRoutes>();
            using var request = new HttpRequestMessage(HttpMethod.Post, routes.For(channel));
            request.Content = new StringContent(message.Payload, Encoding.UTF8, "application/json");
            request.Headers.Authorization = routes.KeyFor(channel) is { } key ? new AuthenticationHeaderValue("Bearer", key) : null;
            try
            {
                using var answer = await Post.SendAsync(request, stop);
                return answer.IsSuccessStatusCode || isTheEnd((int)answer.StatusCode);
            }
            catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !stop.IsCancellationRequested))
            {
                return false;
            }
        });
}
