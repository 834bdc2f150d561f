using System.Text.Json.Serialization;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Http;

/// <summary>
/// A refusal as it is described: what <see cref="ProblemWriter"/> writes. <c>Usage</c> and <c>UpgradeTo</c> come with
/// a used-up allowance, <c>Errors</c> (by field) with input that was refused field by field.
/// </summary>
public sealed record ProblemShape(
    string Type,
    string Title,
    int Status,
    string Code,
    string? Detail,
    UsageView? Usage,
    string? UpgradeTo,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors)
{
    /// <summary>What single refusals add besides.</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? Further { get; init; }
}
