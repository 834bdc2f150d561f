using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PropIQ.Client.Reading;

/// <summary>JSON by the contract's rules: snake_case, strict about types, silent about members that it does not know.</summary>
internal static class ContractJson
{
    /// <summary>For requests and answers alike. Absent members stay null, and null members are not sent.</summary>
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new UtcTimeConverter(), new WholeNumberConverter() },
    };

    /// <summary>For reading a whole document: a member named twice means two things at once, so it is refused.</summary>
    public static readonly JsonDocumentOptions Document = new() { AllowDuplicateProperties = false };
}
