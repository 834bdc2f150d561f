using System.Diagnostics;
using System.Text.Json;
using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.OpenAi;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.OpenAi;

public sealed class AiFaultTests
{
    private const string User = "user-1";
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly OpenAiMock _mock = new(new OpenAiMockOptions());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_refusal_has_the_status_asked_for(int status)
    {
        await FailAsync(new AiFault(AiFaultKind.Refuses, status));

        var answer = await AskAsync();

        answer.Status.Should().Be(status);
        answer.Json().TryGetProperty("error", out _).Should().BeTrue();
    }

    [Fact]
    public async Task A_refusal_without_a_failing_status_is_a_mistake() =>
        await FluentActions.Awaiting(() => FailAsync(new AiFault(AiFaultKind.Refuses, 200))).Should().ThrowAsync<ArgumentException>();

    [Theory]
    [InlineData(AiFaultKind.DropsConnection, ConnectionFate.Drop)]
    [InlineData(AiFaultKind.Truncates, ConnectionFate.Truncate)]
    [InlineData(AiFaultKind.ForgetsTheScore, ConnectionFate.Keep)]
    public async Task The_network_s_part_is_left_to_the_network(AiFaultKind kind, ConnectionFate fate)
    {
        await FailAsync(new AiFault(kind));

        (await AskAsync()).Connection.Should().Be(fate);
    }

    [Fact]
    public async Task Nonsense_is_a_right_answer_that_is_no_JSON()
    {
        await FailAsync(new AiFault(AiFaultKind.TalksNonsense));

        var content = (await AskAsync()).Content();

        FluentActions.Invoking(() => JsonDocument.Parse(content)).Should().Throw<JsonException>();
    }

    [Fact]
    public async Task Nonsense_in_a_chat_and_a_gateway_s_page_are_no_JSON_at_all()
    {
        await FailAsync(new AiFault(AiFaultKind.TalksNonsense));
        (await _mock.HandleAsync(Calls.Chat(User, "hello"), Cancellation)).Body.Should().StartWith("<html>");

        await FailAsync(new AiFault(AiFaultKind.AnswersHtml));
        (await AskAsync()).Body.Should().StartWith("<html>");
    }

    [Fact]
    public async Task Scores_can_be_missing_or_out_of_range()
    {
        await FailAsync(new AiFault(AiFaultKind.ForgetsTheScore));
        (await AskAsync()).Analysed().TryGetProperty("deal_score", out _).Should().BeFalse();

        await FailAsync(new AiFault(AiFaultKind.ScoresOutOfRange));
        (await AskAsync()).Score().Should().BeGreaterThan(100);
    }

    [Fact]
    public async Task A_fault_lasts_as_many_calls_as_it_should_and_only_for_its_user()
    {
        await FailAsync(new AiFault(AiFaultKind.Refuses, 500), times: 2);

        (await AskAsync("another")).Status.Should().Be(200);
        (await AskAsync()).Status.Should().Be(500);
        (await AskAsync()).Status.Should().Be(500);
        (await AskAsync()).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_fault_without_number_lasts_until_healed()
    {
        await FailAsync(new AiFault(AiFaultKind.Refuses, 500));
        for (var call = 0; call < 5; call++)
        {
            (await AskAsync()).Status.Should().Be(500);
        }

        await _mock.HealAsync(User, Cancellation);

        (await AskAsync()).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_slow_answer_is_late_but_right_and_healing_hurries_it()
    {
        await FailAsync(new AiFault(AiFaultKind.IsSlow, Delay: TimeSpan.FromMilliseconds(60)));
        var started = Stopwatch.GetTimestamp();
        (await AskAsync()).Status.Should().Be(200);
        Stopwatch.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(55));

        await FailAsync(new AiFault(AiFaultKind.IsSlow, Delay: TimeSpan.FromHours(1)));
        var slow = AskAsync();
        slow.IsCompleted.Should().BeFalse();
        await _mock.HealAsync(User, Cancellation);
        (await slow.WaitAsync(Long, Cancellation)).Status.Should().Be(200);
    }

    [Fact]
    public async Task Held_answers_are_let_go_together_which_shows_that_they_overlapped()
    {
        await _mock.HoldUntilAsync(User, 3, Long, Cancellation);
        var first = AskAsync();
        var second = AskAsync();

        first.IsCompleted.Should().BeFalse();
        second.IsCompleted.Should().BeFalse();
        await Task.WhenAll(first, second, AskAsync()).WaitAsync(Long, Cancellation);

        (await _mock.PeakOverlapAsync(User, Cancellation)).Should().Be(3);
        await AskAsync().WaitAsync(Long, Cancellation);
    }

    [Fact]
    public async Task Calls_that_come_one_by_one_are_let_go_at_the_deadline_and_never_overlap()
    {
        await _mock.HoldUntilAsync(User, 2, TimeSpan.FromMilliseconds(50), Cancellation);

        await AskAsync().WaitAsync(Long, Cancellation);
        await AskAsync().WaitAsync(Long, Cancellation);

        (await _mock.PeakOverlapAsync(User, Cancellation)).Should().Be(1);
    }

    [Fact]
    public async Task Healing_lets_held_answers_go()
    {
        await _mock.HoldUntilAsync(User, 2, TimeSpan.FromHours(1), Cancellation);
        var held = AskAsync();

        await _mock.HealAsync(User, Cancellation);

        (await held.WaitAsync(Long, Cancellation)).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_call_given_up_by_the_server_does_not_count_as_being_answered_for_ever()
    {
        using var stopping = new CancellationTokenSource();
        await _mock.HoldUntilAsync(User, 2, TimeSpan.FromHours(1), Cancellation);
        var held = _mock.HandleAsync(Calls.Analysis(User), stopping.Token);

        await stopping.CancelAsync();

        await FluentActions.Awaiting(() => held).Should().ThrowAsync<OperationCanceledException>();
        await _mock.HealAsync(User, Cancellation);
        await AskAsync();
        (await _mock.PeakOverlapAsync(User, Cancellation)).Should().Be(1);
    }

    private Task FailAsync(AiFault fault, int? times = null) => _mock.FailAsync(User, fault, times, Cancellation);

    private Task<MockResponse> AskAsync(string user = User) => _mock.HandleAsync(Calls.Analysis(user), Cancellation);
}
