using System.Collections.Concurrent;
using System.Globalization;
using PropIQ.Simulator.Running;
using Spectre.Console;

namespace PropIQ.Simulator.Commands;

/// <summary>A table that is drawn anew four times a second: users, action, in flight, requests a second, p95.</summary>
internal sealed class TableProgress : ILiveProgress
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(250);

    private readonly RunContext run;
    private readonly ConcurrentDictionary<string, Row> rows = new();
    private readonly ConcurrentQueue<string> said = new();
    private readonly CancellationTokenSource done = new();
    private readonly long started;
    private readonly Task drawing;

    public TableProgress(RunContext run)
    {
        this.run = run;
        started = run.Time.GetTimestamp();
        drawing = Task.Run(DrawAsync);
    }

    public void UserStarts(string user, int actions) => rows[user] = new(rows.Count, actions, 0, 0, 0, "begins");

    public void ActionStarts(string user, int number, string type) => Change(user, row => row with { Action = $"{number} {type}" });

    public void ActionEnds(string user, ActionOutcome outcome) => Change(user, row => row with
    {
        Done = row.Done + (outcome.Completed ? 1 : 0),
        Failed = row.Failed + (outcome.Failed ? 1 : 0),
        Skipped = row.Skipped + (outcome.Kind == OutcomeKind.Skipped ? 1 : 0),
    });

    public void UserEnds(string user) => Change(user, row => row with { Action = "done" });

    public void Say(string text) => said.Enqueue(text);

    public async ValueTask DisposeAsync()
    {
        await done.CancelAsync();
        await drawing;
        while (said.TryDequeue(out var text))
        {
            AnsiConsole.MarkupLineInterpolated($"{text}");
        }
    }

    private async Task DrawAsync()
    {
        using var timer = new PeriodicTimer(Refresh);
        await AnsiConsole.Live(Table()).StartAsync(async context =>
        {
            while (!done.IsCancellationRequested)
            {
                context.UpdateTarget(Table());
                await ((Task)timer.WaitForNextTickAsync(done.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            context.UpdateTarget(Table());
        });
    }

    private Table Table()
    {
        var seconds = Math.Max(0.001, run.Time.GetElapsedTime(started).TotalSeconds);
        var table = new Table().AddColumns("User", "Action", "Done", "Failed", "Skipped");
        foreach (var (user, row) in rows.OrderBy(row => row.Value.Place))
        {
            table.AddRow(Markup.Escape(user), Markup.Escape(row.Action), $"{row.Done}/{row.Actions}", row.Failed == 0 ? "0" : $"[red]{row.Failed}[/]", $"{row.Skipped}");
        }

        var traffic = run.Traffic;
        table.Caption(Markup.Escape(string.Create(
            CultureInfo.InvariantCulture,
            $"{traffic.InFlight} in flight · {traffic.Answered / seconds:0.0} requests/s · p95 {traffic.P95():0} ms · cost ${run.Budget.Spent:0.00}")));
        return table;
    }

    private void Change(string user, Func<Row, Row> change) => rows.AddOrUpdate(user, _ => change(new(rows.Count, 0, 0, 0, 0, "")), (_, row) => change(row));

    private sealed record Row(int Place, int Actions, int Done, int Failed, int Skipped, string Action);
}
