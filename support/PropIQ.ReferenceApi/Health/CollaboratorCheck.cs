namespace PropIQ.ReferenceApi.Health;

/// <summary>
/// Whether a collaborator answers HTTP at all, within two seconds; any answer below 500 will do. What was found is
/// remembered for two seconds, so that a monitor's zeal does not fall on the collaborator.
/// </summary>
public sealed class CollaboratorCheck(string name, Uri address, TimeProvider machine) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) });
    private readonly SemaphoreSlim one = new(1);
    private long? lookedAt;
    private bool well;

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public bool Essential => false;

    /// <inheritdoc />
    public async Task<bool> LooksWellAsync(CancellationToken cancellationToken)
    {
        // Whoever asks meanwhile waits for the same look.
        await one.WaitAsync(cancellationToken);
        try
        {
            if (lookedAt is not { } then || machine.GetElapsedTime(then) >= Remembered)
            {
                well = await LookAsync(cancellationToken);
                lookedAt = machine.GetTimestamp();
            }

            return well;
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        http.Dispose();
        one.Dispose();
    }

    private async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, "/"));
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)response.StatusCode < 500;
        }
        catch (Exception failure) when (failure is HttpRequestException || !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
