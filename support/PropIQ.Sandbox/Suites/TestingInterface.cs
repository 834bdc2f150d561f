using PropIQ.Client;

namespace PropIQ.Sandbox.Suites;

/// <summary>Whether a PropIQ has a testing interface (contract, section 10): one without is judged without it.</summary>
internal static class TestingInterface
{
    private static readonly int[] NothingThere = [404, 405, 501];

    /// <summary>Asks for something harmless. Whatever is answered other than that there is no such thing counts as having it.</summary>
    public static async Task<bool> IsThereAsync(Uri baseUrl, WireFormat wire, string secret, CancellationToken cancellationToken)
    {
        using var testing = new TestingClient(new ClientOptions(baseUrl) { Wire = wire, TestingSecret = secret });
        var answer = await testing.DrainOutboxAsync(null, 1, cancellationToken);
        return !NothingThere.Contains(answer.Status);
    }
}
