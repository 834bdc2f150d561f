using PropIQ.Mocks.Http;

namespace PropIQ.Support.Tests.Mocks.Http;

/// <summary>A mock that answers as it is told.</summary>
internal sealed class ScriptedService(Func<MockRequest, CancellationToken, Task<MockResponse>> answer) : IMockService
{
    public ScriptedService(MockResponse answer)
        : this((_, _) => Task.FromResult(answer))
    {
    }

    public MockRequest? Last { get; private set; }

    public Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken)
    {
        Last = request;
        return answer(request, cancellationToken);
    }
}
