using PropIQ.Acceptance.Tests;
using PropIQ.Steps.Hooks;
using Xunit;

[assembly: AssemblyFixture(typeof(EveryCaseChecked))]

namespace PropIQ.Acceptance.Tests;

/// <summary>Fails the run, at its end, when a case of the catalogue was met by skipped scenarios only.</summary>
public sealed class EveryCaseChecked : IDisposable
{
    /// <inheritdoc />
    public void Dispose()
    {
        if (CaseLedger.Unchecked is { Count: > 0 } missing)
        {
            throw new InvalidOperationException(
                $"These cases of features/edge-cases.yaml were not checked, since all their scenarios were skipped: {string.Join(", ", missing)}.");
        }
    }
}
