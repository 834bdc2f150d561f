namespace DotNet.Testcontainers.Configurations;

/// <summary>What to wait for.</summary>
public interface IWaitForContainerOS
{
    /// <summary>Waits for an HTTP request to be answered 200.</summary>
    IWaitForContainerOS UntilHttpRequestIsSucceeded(Func<HttpWaitStrategy, HttpWaitStrategy> request, Action<IWaitStrategy>? waitStrategyModifier = null);
}

/// <summary>How often and how long to look.</summary>
public interface IWaitStrategy;

/// <summary>What was said.</summary>
internal sealed class UnixWait : IWaitForContainerOS
{
    public HttpWaitStrategy? Http { get; private set; }

    public IWaitForContainerOS UntilHttpRequestIsSucceeded(Func<HttpWaitStrategy, HttpWaitStrategy> request, Action<IWaitStrategy>? waitStrategyModifier = null)
    {
        Http = waitStrategyModifier is null && Http is null
            ? request(new HttpWaitStrategy())
            : throw new NotSupportedException("This stand-in waits for one request, until cancelled: use the real package (-p:UseStandIns=false).");
        return this;
    }
}
