using System.Net;
using PropIQ.Client;
using PropIQ.Client.Contract;

namespace PropIQ.Simulator.Running;

/// <summary>One person at one device: own connections, own address, the session that is open there, and what was come by in it.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly RunContext run;
    private readonly UserState user;
    private TestingClient? testing;

    public Visitor(RunContext run, UserState user, string email, string password)
    {
        (this.run, this.user, Email, Password) = (run, user, email, password);
        Address = run.Addresses.Next();
        Clock = new(run.Time);
        Pacer = new(run.Time);
        Client = new(Options(testing: false));
    }

    public string Email { get; }

    public string Password { get; }

    public IPAddress? Address { get; }

    public PropIqClient Client { get; }

    /// <summary>The testing interface; null where the target has none.</summary>
    public TestingClient? Testing => run.Target.TestingSecret is null ? null : testing ??= new(Options(testing: true));

    public UserClock Clock { get; init; }

    public Pacer Pacer { get; }

    /// <summary>The session that is open; null before a login and after a logout.</summary>
    public Session? Session { get; private set; }

    /// <summary>The account's id, once PropIQ has told it.</summary>
    public string? AccountId { get; private set; }

    /// <summary>The ids of the session's analyses, oldest first.</summary>
    public List<JsonId> AnalysisIds { get; } = [];

    /// <summary>The running conversation with support.</summary>
    public JsonId? ConversationId { get; set; }

    /// <summary>The newest checkout session, by tier.</summary>
    public Dictionary<string, string> Checkouts { get; } = [];

    /// <summary>Logged in: a new session at the user's side.</summary>
    public void Open(Tokens tokens)
    {
        Session = new(user.NextSession(), tokens, Clock.Now);
        AccountId = tokens.User?.Id?.Text ?? AccountId;
        ConversationId = null;
    }

    public void Close() => Session = null;

    public void Dispose()
    {
        Client.Dispose();
        testing?.Dispose();
    }

    private ClientOptions Options(bool testing) => run.Target.Reach() with
    {
        SourceAddress = Address,
        TestingSecret = testing ? run.Target.TestingSecret : null,
        OnExchange = exchange => run.Log.Write(user.Name, exchange),
    };
}
