using System.Net.Http.Headers;
using System.Text.Json;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Ai;

/// <summary>Chat completions over HTTPS. The time-out covers the whole exchange, to the last byte of the answer.</summary>
public sealed partial class AzureOpenAiClient : IAiClient, IDisposable
{
    private const string ApiVersion = "2024-10-21";
    private const int LargestAnswer = 1024 * 1024;

    private readonly ReferenceApiOptions options;
    private readonly ILogger<AzureOpenAiClient> log;
    private readonly Uri address;
    private readonly HttpClient http;

    /// <summary>Makes a client with connections of its own.</summary>
    public AzureOpenAiClient(ReferenceApiOptions options, ILogger<AzureOpenAiClient> log)
    {
        this.options = options;
        this.log = log;
        address = AddressOf(options);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,

            // A proxy cannot reach this machine's own loopback.
            UseProxy = !options.OpenAiEndpoint.IsLoopback,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            // Ours, linked to the caller's, below.
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public async Task<AiReply> AskAsync(AiQuestion question, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.OpenAiTimeout);
        try
        {
            return await ExchangeAsync(question, limit.Token);
        }
        catch (Exception failure) when (IsTheirs(failure) && !cancellationToken.IsCancellationRequested)
        {
            LogFailure(failure.GetType().Name);
            throw AiRefusal.Because(failure);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => http.Dispose();

    private static bool IsTheirs(Exception failure) =>
        failure is HttpRequestException or OperationCanceledException or IOException or JsonException or InvalidOperationException;

    private static Uri AddressOf(ReferenceApiOptions options)
    {
        var root = options.OpenAiEndpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');
        return new Uri($"{root}/openai/deployments/{Uri.EscapeDataString(options.OpenAiDeployment)}/chat/completions?api-version={ApiVersion}");
    }

    private async Task<AiReply> ExchangeAsync(AiQuestion question, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("api-key", options.OpenAiKey);
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(ChatCompletionRequest.For(question), Json.Options));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException("The model refused.", null, response.StatusCode);
        }

        await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
        return ChatCompletionAnswer.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    // The kind of failure only: what the other side said may hold anything.
    [LoggerMessage(Level = LogLevel.Warning, Message = "The AI failed: {Kind}")]
    private partial void LogFailure(string kind);
}
