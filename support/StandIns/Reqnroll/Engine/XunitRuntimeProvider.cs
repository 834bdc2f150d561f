using Reqnroll.UnitTestProvider;
using Xunit.v3;

namespace Reqnroll.Engine;

/// <summary>Ends tests as xunit understands it.</summary>
internal sealed class XunitRuntimeProvider : IUnitTestRuntimeProvider
{
    public void TestPending(string message) => throw new ScenarioEndedException($"Test pending: {message}");

    public void TestInconclusive(string message) => throw new ScenarioEndedException($"Test inconclusive: {message}");

    public void TestIgnore(string message) => throw new ScenarioEndedException(DynamicSkipToken.Value + message);

    /// <summary>Whether the error is xunit's way to skip a running test.</summary>
    public static bool IsSkip(Exception error) => error.Message.StartsWith(DynamicSkipToken.Value, StringComparison.Ordinal);

    /// <summary>The reason of a skip, or the error's message.</summary>
    public static string Reason(Exception error) => IsSkip(error) ? error.Message[DynamicSkipToken.Value.Length..] : error.Message;
}

/// <summary>A scenario that ends neither passed nor by an error of its own.</summary>
internal sealed class ScenarioEndedException(string message) : Exception(message);
