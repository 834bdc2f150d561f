using System.Net.Http.Headers;
using System.Text;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Posts messages to the outside.</summary>
public interface IOutboxSender
{
    /// <summary>Whether the other side has accepted the message.</summary>
    Task<bool> SendAsync(OutboxChannel channel, OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>One POST of the payload, within five seconds; accepted means any 2xx.</summary>
public sealed partial class OutboxSender(OutboxRoutes routes, ILogger<OutboxSender> log) : IOutboxSender, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectTimeout = Patience,
    })
    {
        Timeout = Patience,
    };

    /// <inheritdoc />
    public async Task<bool> SendAsync(OutboxChannel channel, OutboxMessage message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, routes.For(channel));
        request.Content = new StringContent(message.Payload, Encoding.UTF8, "application/json");
        if (routes.KeyFor(channel) is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return true;
            }

            LogRefused(channel, message.Id, message.Attempts, (int)response.StatusCode);
        }
        catch (HttpRequestException failure)
        {
            LogUnreachable(channel, message.Id, message.Attempts, failure.HttpRequestError);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogUnanswered(channel, message.Id, message.Attempts);
        }

        return false;
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    // Neither payloads nor addresses are logged: Slack's address is a secret, an e-mail is somebody's.
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} refused message {Id} (attempt {Attempt}) with {Status}")]
    private partial void LogRefused(OutboxChannel channel, long id, int attempt, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} could not be reached for message {Id} (attempt {Attempt}): {Error}")]
    private partial void LogUnreachable(OutboxChannel channel, long id, int attempt, HttpRequestError error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Channel} did not answer for message {Id} (attempt {Attempt})")]
    private partial void LogUnanswered(OutboxChannel channel, long id, int attempt);
}
