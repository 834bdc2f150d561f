using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Domain.Export;

/// <summary>Writes analyses into one file of one format (clause 3.13).</summary>
public interface IExportWriter
{
    /// <summary>The format as it is asked for; also the file name's ending.</summary>
    string Format { get; }

    /// <summary>The file's media type.</summary>
    string ContentType { get; }

    /// <summary>The whole file; the analyses appear in the given order.</summary>
    byte[] Write(IReadOnlyList<StoredAnalysis> analyses);
}
