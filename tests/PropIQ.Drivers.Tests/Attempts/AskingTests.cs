using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class AskingTests : IDisposable
{
    private const int Allowed = 16;
    private static readonly Answer<Analysis> Given = new(Made.Exchange(), Made.Analysis(), null, null);
    private readonly MadeUpStage stage = new(movesClocks: true);
    private readonly CancellationTokenSource time = new();

    [Fact]
    public async Task What_is_tried_is_noted_for_a_Then_to_judge()
    {
        var attempt = await TryAsync(client => Task.FromResult(Given with { Unreadable = $"{client == stage.Paula.Client}" }));

        attempt.What.Should().Be("analyse");
        attempt.Answer.Unreadable.Should().Be("True");
        stage.Paula.Journal.All.Should().Equal(attempt);
    }

    [Fact]
    public async Task What_is_tried_together_is_under_way_together_and_noted_as_one_batch()
    {
        TaskCompletionSource first = new(), second = new();
        (string, Func<PropIqClient, Task<Answer<Analysis>>>)[] tries =
        [
            ("one", async _ => { first.SetResult(); await second.Task; return Given; }),
            ("two", async _ => { second.SetResult(); await first.Task; return Given with { Unreadable = "of two" }; }),
        ];

        var batch = await stage.Asking.TryTogetherAsync(stage.Paula, tries, time.Token);

        batch.Select(attempt => (attempt.What, attempt.Answer.Unreadable)).Should().Equal(("one", null), ("two", "of two"));
        stage.Paula.Journal.LastBatch.Should().Equal(batch);
        stage.Paula.Journal.All.Should().Equal(batch);
    }

    [Fact]
    public async Task Who_only_looks_has_tried_nothing()
    {
        (await LookAsync(_ => Task.FromResult(Given))).Should().BeSameAs(Given.Value);

        stage.Paula.Journal.All.Should().BeEmpty();
    }

    [Fact]
    public Task A_look_has_to_work() => Verdicts.FailsAsync(
        () => LookAsync(_ => Task.FromResult(Made.Refused<Analysis>(Made.Problem(404, "not_found", "Gone")).Answer)),
        "To look should have worked, but PropIQ refused: Gone (not_found, 404)");

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_verdict()
    {
        await Verdicts.FailsAsync(() => TryAsync(StoppedAsync), "Paula tried to analyse, but had no answer yet when the scenario's time was up");

        await Verdicts.FailsAsync(
            () => stage.Asking.TryTogetherAsync(stage.Paula, [("one", StoppedAsync), ("two", StoppedAsync), ("three", StoppedAsync)], time.Token),
            "Paula tried to one, and 2 things more at the same moment, but had no answer yet when the scenario's time was up");
    }

    [Fact]
    public async Task Whatever_else_is_called_off_is_none() => await FluentActions
        .Awaiting(() => TryAsync(_ => throw new OperationCanceledException("called off"))).Should().ThrowAsync<OperationCanceledException>().WithMessage("called off");

    // Who has no time left cannot let a second pass: nothing is waited for here.
    [Fact]
    public async Task Before_the_rate_limit_would_be_met_a_second_passes()
    {
        for (var request = 0; request < Allowed; request++)
        {
            await TryAsync(_ => Task.FromResult(Given));
        }

        await time.CancelAsync();
        await Verdicts.FailsAsync(() => TryAsync(_ => Task.FromResult(Given)), "Paula tried to analyse, but had no answer yet when the scenario's time was up");
    }

    public void Dispose()
    {
        stage.Dispose();
        time.Dispose();
    }

    private Task<Attempt<Analysis>> TryAsync(Func<PropIqClient, Task<Answer<Analysis>>> call) => stage.Asking.TryAsync(stage.Paula, "analyse", call, time.Token);

    private Task<Analysis> LookAsync(Func<PropIqClient, Task<Answer<Analysis>>> call) => stage.Asking.LookAsync(stage.Paula, "look", call, time.Token);

    private Task<Answer<Analysis>> StoppedAsync(PropIqClient client)
    {
        time.Cancel();
        throw new OperationCanceledException(time.Token);
    }
}
