using System.Globalization;
using System.Net.Http.Headers;
using PropIQ.Client.Contract;
using PropIQ.Client.Http;

namespace PropIQ.Client.Reading;

/// <summary>Reads an answer whose success is a file (clause 3.13).</summary>
internal static class FileReader
{
    public static (ExportedFile? File, string? Complaint) Read(Received received)
    {
        var html = received.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        if (received.Body.Length == 0 || html)
        {
            return (null, $"{BodyDescription.Of(received.Body)} where a file was expected");
        }

        int? count = int.TryParse(received.Header("X-Exported-Count"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return (new ExportedFile(Name(received), received.ContentType, count, received.Body), null);
    }

    private static string? Name(Received received) =>
        ContentDispositionHeaderValue.TryParse(received.Header("Content-Disposition"), out var disposition)
            ? disposition.FileNameStar ?? disposition.FileName?.Trim('"')
            : null;
}
