using PropIQ.Mocks.Http;

namespace PropIQ.Support.Tests.Mocks.Inbox;

internal static class Posts
{
    public static MockRequest To(string path, string body, string? authorization = null)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/json" };
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        return new MockRequest("POST", path, new Dictionary<string, string>(), headers, body, DateTimeOffset.UnixEpoch);
    }
}
