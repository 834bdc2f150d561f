using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Directing;

/// <summary>The way to a director in another process. Whatever keeps it from answering is told with what to do.</summary>
internal sealed class DirectorConnection : IDisposable
{
    // Paying waits for PropIQ's answers to several deliveries, and coming back for a whole start: longer than that is no answer any more.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ToIntroduceItself = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http;

    public DirectorConnection(Uri url, string secret)
    {
        Url = url;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = ToIntroduceItself })
        {
            BaseAddress = new Uri(url.GetLeftPart(UriPartial.Authority)),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
    }

    public Uri Url { get; }

    /// <summary>What the director offers.</summary>
    /// <exception cref="SandboxException">It is not there, is none, or is of another version.</exception>
    public async Task<IReadOnlyList<string>> IntroduceAsync(CancellationToken cancellationToken)
    {
        var card = await AskedAsync(HttpMethod.Get, "/", null, ToIntroduceItself, answer => ReadAsync<DirectorCard>(answer, cancellationToken), cancellationToken);
        return card is { Services: not null } && card.Version == DirectorServices.Version ? card.Services : throw NoDirector("it offers something else", null);
    }

    /// <summary>Calls a member that answers nothing.</summary>
    public Task CallAsync(string path, IEnumerable<(object? Value, Type Type)> arguments, CancellationToken cancellationToken) =>
        AskedAsync(HttpMethod.Post, path, arguments, Patience, _ => Task.FromResult(true), cancellationToken);

    /// <summary>Calls a member and reads what it answers.</summary>
    public Task<T?> CallAsync<T>(string path, IEnumerable<(object? Value, Type Type)> arguments, CancellationToken cancellationToken) =>
        AskedAsync(HttpMethod.Post, path, arguments, Patience, answer => ReadAsync<T>(answer, cancellationToken), cancellationToken);

    public void Dispose() => _http.Dispose();

    private async Task<T> AskedAsync<T>(
        HttpMethod method,
        string path,
        IEnumerable<(object? Value, Type Type)>? arguments,
        TimeSpan patience,
        Func<HttpContent, Task<T>> read,
        CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(patience);
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = arguments is null ? null : Written(arguments) };
            using var answer = await _http.SendAsync(request, limited.Token);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await read(answer.Content),
                HttpStatusCode.UnprocessableEntity => throw (await ReadAsync<Complaint>(answer.Content, limited.Token))!.ToException(),
                HttpStatusCode.Unauthorized => throw new SandboxException(
                    $"The director at {Url} does not accept the secret. {TargetChoice.DirectorSecretVariable} must be the one that the sandbox wrote when it came up."),
                _ => throw NoDirector($"it answered {(int)answer.StatusCode}", null),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SandboxException($"The director at {Url} did not answer {path} within {patience.TotalSeconds:0} s. See what keeps the sandbox's process busy, or start it anew.");
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw new SandboxException(
                $"The director at {Url} cannot be reached: {failure.Message} See whether the sandbox still runs and {TargetChoice.DirectorVariable} is its address; \"up\" starts one.",
                failure);
        }
        catch (JsonException failure)
        {
            throw NoDirector("its answer cannot be read", failure);
        }
    }

    private SandboxException NoDirector(string because, Exception? cause) => new(
        $"What answers at {Url} is not a director of this version: {because}. {TargetChoice.DirectorVariable} must be the address that the sandbox wrote, and the sandbox built from the same revision as this.",
        cause);

    private static ByteArrayContent Written(IEnumerable<(object? Value, Type Type)> arguments)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = DirectorJson.Options.Encoder }))
        {
            json.WriteStartArray();
            foreach (var (value, type) in arguments)
            {
                JsonSerializer.Serialize(json, value, type, DirectorJson.Options);
            }

            json.WriteEndArray();
        }

        return new ByteArrayContent(bytes.WrittenSpan.ToArray());
    }

    private static Task<T?> ReadAsync<T>(HttpContent answer, CancellationToken cancellationToken) =>
        answer.ReadFromJsonAsync<T>(DirectorJson.Options, cancellationToken);
}
