using PropIQ.Acceptance.Tests;
using PropIQ.Steps.Hooks;
using Xunit;

[assembly: AssemblyFixture(typeof(EveryCaseChecked))]

namespace PropIQ.Acceptance.Tests;

/// <summary>
/// Fails the run, at its end, when a case of the catalogue was met by skipped scenarios only, unless it is for want of what
/// the target does not have: then that is said.
/// </summary>
public sealed class EveryCaseChecked : IDisposable
{
    /// <inheritdoc />
    public void Dispose()
    {
        // Whoever was skipped for a trouble that failed already need not fail again.
        if (RunTrouble.Any)
        {
            return;
        }

        var (forWant, forNoReason) = RunLedger.Unchecked();
        string[] missing = RunLedger.MayLack ? [.. forNoReason] : [.. forNoReason, .. forWant];
        if (missing.Length > 0)
        {
            throw new InvalidOperationException(
                $"These cases of features/edge-cases.yaml were not checked, since all their scenarios were skipped: {string.Join(", ", missing)}.");
        }
    }
}
