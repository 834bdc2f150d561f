using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Commands;

/// <summary>What people see while a run goes on: a table on a terminal, plain lines elsewhere.</summary>
internal static class Progress
{
    /// <summary>More users than fit on a screen are told of in lines, too.</summary>
    private const int MostRows = 20;

    public static ILiveProgress For(Screen screen, RunContext run, int users) =>
        screen.IsTerminal && users <= MostRows ? new TableProgress(run) : new LineProgress(screen.Out);
}

/// <summary>A watch that ends when it is disposed of; twice is fine.</summary>
internal interface ILiveProgress : IProgressWatch, IAsyncDisposable;

/// <summary>A line an event.</summary>
internal sealed class LineProgress(TextWriter output) : ILiveProgress
{
    private readonly Lock gate = new();

    public void UserStarts(string user, int actions) => Line($"[{user}] begins, {actions} actions");

    public void ActionStarts(string user, int number, string type)
    {
        // Told at its end, with what became of it.
    }

    public void ActionEnds(string user, ActionOutcome outcome)
    {
        var verdict = outcome.Kind switch
        {
            OutcomeKind.Met => "ok",
            OutcomeKind.ExpectedRefusal => "refused, as expected",
            OutcomeKind.Skipped => $"skipped: {outcome.Reason}",
            OutcomeKind.Interrupted => "interrupted",
            _ => $"FAILED: {outcome.Reason}",
        };
        Line($"[{user}] {outcome.Number} {outcome.Type}: {verdict} ({outcome.Duration.TotalSeconds:0.0} s)");
    }

    public void UserEnds(string user) => Line($"[{user}] is done");

    public void Say(string text) => Line(text);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Line(string text)
    {
        lock (gate)
        {
            output.WriteLine(PropIQ.Client.Reports.Secrets.InText(text));
        }
    }
}
