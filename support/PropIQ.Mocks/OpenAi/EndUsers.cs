using System.Collections.Concurrent;

namespace PropIQ.Mocks.OpenAi;

/// <summary>The end users seen so far; of very many, the longest known are forgotten.</summary>
internal sealed class EndUsers
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, EndUser> _users = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    public EndUser Of(string user)
    {
        if (_users.TryGetValue(user, out var known))
        {
            return known;
        }

        var added = new EndUser();
        var kept = _users.GetOrAdd(user, added);
        if (kept == added)
        {
            _order.Enqueue(user);
            while (_order.Count > Most && _order.TryDequeue(out var oldest))
            {
                _users.TryRemove(oldest, out _);
            }
        }

        return kept;
    }
}
