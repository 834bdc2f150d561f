using Xunit;

namespace Reqnroll.Engine;

/// <summary>Writes to the output of the test that runs, and to the messages.</summary>
internal sealed class OutputHelper : IReqnrollOutputHelper
{
    private ITestOutputHelper? test;
    private ScenarioListener? listener;

    public void BeginScenario(ITestOutputHelper? output, ScenarioListener? scenarioListener)
    {
        test = output;
        listener = scenarioListener;
    }

    public void EndScenario()
    {
        test = null;
        listener = null;
    }

    public void WriteLine(string message)
    {
        listener?.Output(message);
        Trace(message);
    }

    public void AddAttachment(string filePath)
    {
        listener?.Attachment(filePath);
        Trace($"-> attachment: {filePath}");
    }

    /// <summary>A line of the run's own, which messages carry in another form.</summary>
    public void Trace(string line)
    {
        if (test is not null)
        {
            test.WriteLine(line);
        }
        else
        {
            TestContext.Current.SendDiagnosticMessage("{0}", line);
        }
    }
}
