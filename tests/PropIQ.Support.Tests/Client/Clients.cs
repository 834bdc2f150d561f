using PropIQ.Client;

namespace PropIQ.Support.Tests.Client;

internal static class Clients
{
    public static PropIqClient For(Uri url, List<Exchange>? exchanges = null, double timeoutSeconds = 10) =>
        new(new ClientOptions(url)
        {
            Timeout = TimeSpan.FromSeconds(timeoutSeconds),
            OnExchange = exchange =>
            {
                if (exchanges is not null)
                {
                    lock (exchanges)
                    {
                        exchanges.Add(exchange);
                    }
                }
            },
        });
}
