using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Export;

/// <summary>Decides who may export (clause 3.13).</summary>
public interface IExportPolicy
{
    /// <summary>True when the plan has exports.</summary>
    bool Allows(Plan plan);
}

/// <summary>As the plan says.</summary>
public sealed class ExportPolicy : IExportPolicy
{
    /// <inheritdoc/>
    public bool Allows(Plan plan) => plan.Exports;
}
