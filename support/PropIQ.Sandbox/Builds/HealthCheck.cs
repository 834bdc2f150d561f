namespace PropIQ.Sandbox.Builds;

/// <summary>Looks whether a PropIQ is healthy: its health answers 2xx.</summary>
internal sealed class HealthCheck(Uri health, TimeSpan deadline) : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.Zero })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Where it looks.</summary>
    public Uri Health => health;

    /// <summary>Whether anybody at all answers there now.</summary>
    public async Task<bool> AnybodyAnswersAsync(CancellationToken cancellationToken) => await LookAsync(cancellationToken) is not null;

    /// <summary>Waits until it is healthy; the build must not exit meanwhile.</summary>
    /// <exception cref="BuildFailedException">It exited, or was not healthy in time.</exception>
    public async Task WaitAsync(BuildProcess build, BuildLog log, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(deadline);
        using var looks = new PeriodicTimer(Look);
        var last = "nobody answered";
        try
        {
            while (true)
            {
                if (build.ExitCode is { } code)
                {
                    throw new BuildFailedException($"PropIQ exited with {code} before it was healthy. {log.Tail()}");
                }

                if (await LookAsync(limited.Token) is { } status)
                {
                    if (status is >= 200 and < 300)
                    {
                        return;
                    }

                    last = $"it answered {status}";
                }

                await looks.WaitForNextTickAsync(limited.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new BuildFailedException(
                $"PropIQ was not healthy within {deadline.TotalSeconds:0} s: at {health} {last}. See whether --health is right, or give it longer with --up-within. {log.Tail()}");
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<int?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(health, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}

/// <summary>The PropIQ build did not come up; the message shows the end of what it printed.</summary>
internal sealed class BuildFailedException(string message) : Exception(message);
