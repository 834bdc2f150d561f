using PropIQ.Client.Contract;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <summary>The testing interface (section 10): there on request, on loopback, behind its secret. Throws for nothing that PropIQ does.</summary>
public sealed class TestingClient(ClientOptions options) : IDisposable
{
    private const string User = "/testing/users/{email}";

    private readonly Caller caller = new(options);

    /// <summary>Puts a user in place (clause 10.1).</summary>
    public Task<Answer<SeededAccount>> SeedUserAsync(SeededUser user, CancellationToken cancellation) =>
        caller.JsonAsync<SeededAccount>(Secretly(Call.Post("/testing/users", user)), cancellation);

    /// <summary>Moves one user's clock (clause 10.2), also before there is an account.</summary>
    public Task<Answer<ClockReading>> SetClockAsync(string email, ClockChange change, CancellationToken cancellation) =>
        caller.JsonAsync<ClockReading>(
            Secretly(new Call("PUT", $"{User}/clock") { Argument = email, Body = change }),
            cancellation);

    /// <summary>Holds the user's rows locked for so many seconds, or until released (clause 10.3). Answers once they are.</summary>
    public Task<Answer<Nothing>> StallAsync(string email, double seconds, CancellationToken cancellation) =>
        caller.NothingAsync(
            Secretly(Call.Post($"{User}/stall", new { HoldSeconds = seconds }) with { Argument = email }),
            cancellation);

    /// <summary>Lets the user's rows go.</summary>
    public Task<Answer<Nothing>> ReleaseAsync(string email, CancellationToken cancellation) =>
        caller.NothingAsync(Secretly(new Call("DELETE", $"{User}/stall") { Argument = email }), cancellation);

    /// <summary>Waits until the messages due to one user, or to all, have been sent (clause 10.4).</summary>
    public Task<Answer<OutboxState>> DrainOutboxAsync(string? email, double? timeoutSeconds, CancellationToken cancellation) =>
        caller.JsonAsync<OutboxState>(
            Secretly(Call.Post("/testing/outbox/drain", new { Email = email, TimeoutSeconds = timeoutSeconds })),
            cancellation);

    /// <summary>Removes the users of one run, or of one e-mail domain, and all that is theirs (clause 10.5).</summary>
    public Task<Answer<Removed>> RemoveUsersAsync(string? run, string? domain, CancellationToken cancellation)
    {
        var query = run is not null ? $"?run={Uri.EscapeDataString(run)}"
            : domain is not null ? $"?domain={Uri.EscapeDataString(domain)}"
            : "";
        return caller.JsonAsync<Removed>(Secretly(new Call("DELETE", "/testing/users") { Query = query }), cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => caller.Dispose();

    private Call Secretly(Call call) => options.TestingSecret is { } secret
        ? call with { Headers = [.. call.Headers, KeyValuePair.Create("X-PropIQ-Testing-Secret", secret)] }
        : call;
}
