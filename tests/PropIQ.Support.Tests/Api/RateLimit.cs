using PropIQ.Client;

namespace PropIQ.Support.Tests.Api;

/// <summary>Brings an anonymous caller over the rate limit of clause 7.1, which follows the machine's clock.</summary>
internal static class RateLimit
{
    private const int AtOnce = 40;
    private const int Rounds = 20;

    /// <summary>Calls, many at once, until one call is not answered with 200: that answer. A slow machine needs more than one round.</summary>
    public static async Task<Answer<T>> ReachAsync<T>(Func<Task<Answer<T>>> call)
        where T : class
    {
        for (var round = 1; ; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => call()));
            if (answers.FirstOrDefault(answer => answer.Status != 200) is { } refused)
            {
                return refused;
            }

            if (round == Rounds)
            {
                throw new InvalidOperationException($"{AtOnce * Rounds} calls, {AtOnce} at once, and none was refused.");
            }
        }
    }
}
