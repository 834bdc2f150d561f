using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Tests;

/// <summary>What an AI is made up to have been asked.</summary>
internal sealed class MadeUpAi : IOpenAiControl
{
    private const string Idle = "This AI only tells what was made up.";

    public IReadOnlyList<AiCall> Calls { get; set; } = [];

    public int Peak { get; set; }

    public Task<IReadOnlyList<AiCall>> CallsAsync(string user, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AiCall>>([.. Calls.Where(call => call.User == user)]);

    public Task<int> PeakOverlapAsync(string user, CancellationToken cancellationToken) => Task.FromResult(Peak);

    public Task HoldUntilAsync(string user, int count, TimeSpan deadline, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task HealAsync(string user, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SayAsync(string user, AiScript script, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task FailAsync(string user, AiFault fault, int? times, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);
}
