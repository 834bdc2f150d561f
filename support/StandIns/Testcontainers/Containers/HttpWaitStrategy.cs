using DotNet.Testcontainers.Containers;

namespace DotNet.Testcontainers.Configurations;

/// <summary>Waits for an address of the container to answer 200. Each call changes it and answers it, as the real one does.</summary>
public sealed class HttpWaitStrategy
{
    private ushort _port = 80;
    private string _path = "/";

    /// <summary>Asks at this port of the container.</summary>
    public HttpWaitStrategy ForPort(ushort port)
    {
        _port = port;
        return this;
    }

    /// <summary>Asks for this path.</summary>
    public HttpWaitStrategy ForPath(string path)
    {
        _path = path;
        return this;
    }

    internal async Task<bool> IsMetAsync(IContainer container, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://{container.Hostname}:{container.GetMappedPublicPort(_port)}{_path}"), cancellationToken);
            return answer.StatusCode == System.Net.HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
