using System.Text.RegularExpressions;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.OpenAi;

/// <summary>Azure OpenAI's chat completions with gpt-4o-mini, played as a state machine; faults and records are per end user.</summary>
public sealed partial class OpenAiMock(OpenAiMockOptions options, TimeProvider? time = null) : IMockService, IOpenAiControl
{
    /// <summary>The context window of gpt-4o-mini, in tokens.</summary>
    private const int ContextWindow = 128_000;

    private const string Model = "gpt-4o-mini";

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly EndUsers _users = new();
    private int _answers;

    /// <inheritdoc />
    public async Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken)
    {
        var deployment = Path().Match(request.Path) is { Success: true } match ? match.Groups["deployment"].Value : string.Empty;
        var (user, model) = ChatRequest.NamedIn(request.Body);
        var call = new AiCall(user, deployment, model, request.Headers.GetValueOrDefault("api-key", ""), "", request.ReceivedAt, 0, 0, 0);
        try
        {
            RefuseStrangers(request, deployment);
            var chat = ChatRequest.Read(request.Body);
            return await AnswerAsync(chat, call with { Prompt = chat.Prompt }, cancellationToken);
        }
        catch (AzureRefusal refusal)
        {
            _users.Of(call.User).Record(call with { Status = refusal.Answer.Status });
            return refusal.Answer;
        }
    }

    /// <inheritdoc />
    public Task SayAsync(string user, AiScript script, CancellationToken cancellationToken)
    {
        _users.Of(user).Script = script;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task FailAsync(string user, AiFault fault, int? times, CancellationToken cancellationToken)
    {
        if (fault is { Kind: AiFaultKind.Refuses, Status: not (>= 400 and <= 599) })
        {
            throw new ArgumentException("A refusal has a status from 400 to 599.", nameof(fault));
        }

        _users.Of(user).Fail(fault, times);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task HealAsync(string user, CancellationToken cancellationToken)
    {
        _users.Of(user).Heal();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task HoldUntilAsync(string user, int count, TimeSpan deadline, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _users.Of(user).HoldUntil(count, deadline);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<AiCall>> CallsAsync(string user, CancellationToken cancellationToken) => Task.FromResult(_users.Of(user).Calls);

    /// <inheritdoc />
    public Task<int> PeakOverlapAsync(string user, CancellationToken cancellationToken) => Task.FromResult(_users.Of(user).Peak);

    private void RefuseStrangers(MockRequest request, string deployment)
    {
        var key = request.Headers.GetValueOrDefault("api-key", "");
        if (key.Length == 0 || (options.ApiKey is { } right && key != right))
        {
            throw AzureRefusal.WrongKey;
        }

        if (request.Method != "POST" || deployment.Length == 0 || !ApiVersion().IsMatch(request.Query.GetValueOrDefault("api-version", "")))
        {
            throw AzureRefusal.NoSuchResource;
        }

        if (!options.Deployments.Contains(deployment))
        {
            throw AzureRefusal.NoSuchDeployment;
        }
    }

    private async Task<MockResponse> AnswerAsync(ChatRequest chat, AiCall call, CancellationToken cancellationToken)
    {
        var inMessages = TokenCount.OfMessages(chat.Messages);
        if (inMessages + (chat.MaxTokens ?? 0) > ContextWindow)
        {
            throw AzureRefusal.TooLong(ContextWindow, inMessages, chat.MaxTokens ?? 0);
        }

        var user = _users.Of(call.User);
        var fault = user.Enter();
        try
        {
            await user.WaitForOthersAsync(_time, cancellationToken);
            await BeSlowAsync(user, fault, cancellationToken);
            var (answer, done) = Compose(chat, call, fault, user.Script, inMessages);
            user.Leave(done);
            return answer;
        }
        catch
        {
            user.LeaveUnanswered();
            throw;
        }
    }

    private async Task BeSlowAsync(EndUser user, AiFault? fault, CancellationToken cancellationToken)
    {
        if (fault is not { Kind: AiFaultKind.IsSlow, Delay: { } delay })
        {
            return;
        }

        var healed = user.Healed;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(healed, cancellationToken);
        try
        {
            await Task.Delay(delay, _time, either.Token);
        }
        catch (OperationCanceledException) when (healed.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Healed while slow: answer now.
        }
    }

    private (MockResponse Answer, AiCall Call) Compose(ChatRequest chat, AiCall call, AiFault? fault, AiScript script, int inMessages)
    {
        switch (fault?.Kind)
        {
            case AiFaultKind.Refuses:
                return (AzureRefusal.Staged(fault.Status!.Value).Answer, call with { Status = fault.Status.Value });
            case AiFaultKind.DropsConnection:
                return (new MockResponse(200, "application/json", "{}") { Connection = ConnectionFate.Drop }, call);
            case AiFaultKind.AnswersHtml:
            case AiFaultKind.TalksNonsense when !chat.IsAnalysis:
                return (new MockResponse(200, "text/html", Nonsense.Page), call with { Status = 200 });
        }

        var completion = Complete(chat, fault?.Kind, script, inMessages);
        return (
            completion.ToResponse() with { Connection = fault?.Kind == AiFaultKind.Truncates ? ConnectionFate.Truncate : ConnectionFate.Keep },
            call with { Status = 200, InputTokens = completion.InputTokens, OutputTokens = completion.OutputTokens });
    }

    private Completion Complete(ChatRequest chat, AiFaultKind? fault, AiScript script, int inMessages)
    {
        var text = (chat.IsAnalysis, fault) switch
        {
            (false, _) => script.Reply ?? SupportAgent.Reply(chat),
            (_, AiFaultKind.TalksNonsense) => Nonsense.Prose,
            (_, AiFaultKind.TalksAround) => Nonsense.Around(PropertyAnalyst.Analyze(chat, script, fault)),
            _ => PropertyAnalyst.Analyze(chat, script, fault),
        };
        var cut = chat.MaxTokens is { } most ? TokenCount.Cut(text, most) : text;
        return new Completion(
            $"chatcmpl-{Interlocked.Increment(ref _answers):D24}",
            _time.GetUtcNow(),
            cut,
            cut.Length < text.Length,
            script.InputTokens ?? inMessages,
            script.OutputTokens ?? TokenCount.Of(cut));
    }

    [GeneratedRegex("^/openai/deployments/(?<deployment>[^/]+)/chat/completions$")]
    private static partial Regex Path();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-preview)?$")]
    private static partial Regex ApiVersion();
}
