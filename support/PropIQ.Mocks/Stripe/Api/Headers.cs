using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>Looks headers up without minding their case, whatever dictionary they came in.</summary>
internal static class Headers
{
    public static string? Find(MockRequest request, string name) =>
        request.Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
