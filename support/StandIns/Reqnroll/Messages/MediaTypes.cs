namespace Reqnroll.Messages;

/// <summary>The media types of files that tests attach.</summary>
internal static class MediaTypes
{
    public static string Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".log" => "text/plain",
        ".json" => "application/json",
        ".html" or ".htm" => "text/html",
        ".csv" => "text/csv",
        ".xml" => "application/xml",
        ".md" => "text/markdown",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
