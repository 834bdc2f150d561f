using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>What an action has to work with: the visitor, calls that are recorded as evidence, and what is to be judged.</summary>
internal sealed class ActionContext(RunContext run, UserState user, Visitor visitor, int number, string type, ExpectedAnswer expected)
{
    private const int MostRetries = 3;
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly List<CallRecord> calls = [];
    private readonly List<CallRecord> judged = [];
    private readonly List<string> complaints = [];

    public RunContext Run => run;

    public UserState User => user;

    public Visitor Visitor => visitor;

    public ExpectedAnswer Expected => expected;

    public int Number => number;

    public IReadOnlyList<CallRecord> Calls => Copy(calls);

    /// <summary>The calls that the action's expectation is about.</summary>
    public IReadOnlyList<CallRecord> Judged => Copy(judged);

    /// <summary>What did not hold beside the expectation itself.</summary>
    public IReadOnlyList<string> Complaints => Copy(complaints);

    /// <summary>The same for another visitor.</summary>
    public ActionContext For(Visitor other) => new(run, user, other, number, type, expected);

    public void Complain(string sentence) => Add(complaints, sentence);

    /// <summary>Takes over another context's calls and complaints, judged or not.</summary>
    public void Take(ActionContext other)
    {
        foreach (var call in other.Calls)
        {
            Add(calls, call);
        }

        foreach (var call in other.Judged)
        {
            Add(judged, call);
        }

        foreach (var sentence in other.Complaints)
        {
            Add(complaints, sentence);
        }
    }

    /// <summary>A call that the expectation is about.</summary>
    public async Task<CallRecord> JudgedAsync<T>(
        object? request, Func<PropIqClient, string?, CancellationToken, Task<Answer<T>>> call, CancellationToken cancellation, bool rapid = false)
        where T : class
    {
        var record = await CallAsync(request, call, cancellation, rapid);
        Add(judged, record);
        return record;
    }

    /// <summary>A call. Below the rate limit's pace unless <paramref name="rapid"/>; what was refused for haste or an old token is asked again.</summary>
    public async Task<CallRecord> CallAsync<T>(
        object? request, Func<PropIqClient, string?, CancellationToken, Task<Answer<T>>> call, CancellationToken cancellation, bool rapid = false)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            if (rapid)
            {
                visitor.Pacer.Count();
            }
            else
            {
                await visitor.Pacer.WaitAsync(cancellation);
            }

            var record = await SendAsync(request, call, cancellation);
            if (rapid || attempt > MostRetries || !await PutRightAsync(record, cancellation))
            {
                Keep(record);
                return record;
            }

            Keep(record with { Superseded = true });
        }
    }

    /// <summary>Something that reached PropIQ on the user's behalf, such as Stripe's webhook.</summary>
    public void Witness(CallRecord record, bool judge)
    {
        Keep(record);
        if (judge)
        {
            Add(judged, record);
        }
    }

    /// <summary>Makes a record of an exchange at this moment.</summary>
    public CallRecord Record(Exchange exchange, object? request, object? value, Problem? problem, string? unreadable, DateTimeOffset userTime, Session? session) => new()
    {
        Identity = visitor.Email,
        ActionNumber = number,
        ActionType = type,
        Endpoint = Endpoints.Of(exchange.Url, run.Target.Url, run.Target.Wire),
        Request = request,
        Value = value,
        Status = (int)(exchange.Status ?? 0),
        Problem = problem,
        Unreadable = unreadable,
        Exchange = exchange,
        UserTime = userTime,
        Session = session?.Number ?? 0,
        TokenAge = session is null ? null : userTime - session.IssuedAt,
        Idle = session is null ? null : userTime - session.LastUse,
        From = visitor.Address?.ToString(),
    };

    private async Task<CallRecord> SendAsync<T>(
        object? request, Func<PropIqClient, string?, CancellationToken, Task<Answer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        var session = visitor.Session;
        var userTime = visitor.Clock.Now;
        using (run.Traffic.Begin())
        {
            var answer = await call(visitor.Client, session?.AccessToken, cancellation);
            var record = Record(answer.Exchange, request, answer.Value, answer.Problem, answer.Unreadable, userTime, session);
            if (session is not null && record.Status is > 0 and not 401)
            {
                session.LastUse = userTime;
            }

            return record;
        }
    }

    private async Task<bool> PutRightAsync(CallRecord record, CancellationToken cancellation)
    {
        var wanted = expected.Statuses?.Contains(record.Status) == true;
        switch (record.Code)
        {
            case "rate_limited" when !wanted:
                var pause = record.Problem?.RetryAfter is { } asked && asked > TimeSpan.Zero ? asked : TimeSpan.FromSeconds(1);
                await Task.Delay(pause < LongestRetry ? pause : LongestRetry, run.Time, cancellation);
                return true;
            case "token_expired" when !wanted && visitor.Session?.RefreshToken is { } refresh:
                return await RefreshAsync(refresh, cancellation);
            default:
                return false;
        }
    }

    private async Task<bool> RefreshAsync(string refreshToken, CancellationToken cancellation)
    {
        var record = await SendAsync<Tokens>(null, (client, _, stop) => client.RefreshAsync(refreshToken, stop), cancellation);
        Keep(record);
        if (record.Value is not Tokens { AccessToken: not null } tokens || visitor.Session is not { } session)
        {
            return false;
        }

        session.Renew(tokens, visitor.Clock.Now);
        return true;
    }

    private void Keep(CallRecord record)
    {
        Add(calls, record);
        user.Add(record);
        run.Traffic.Took(record.Exchange.Duration);
        run.Analyses.Note(record, user, visitor.Session?.Id);
        if (record.Value is CheckoutSession { SessionId: { } id } && id.StartsWith("cs_live_", StringComparison.Ordinal))
        {
            run.Stop.Now(StopCause.Unsafe, "PropIQ opened a checkout in Stripe's live mode. No simulation goes on there.");
        }
    }

    private void Add<T>(List<T> list, T item)
    {
        lock (gate)
        {
            list.Add(item);
        }
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (gate)
        {
            return [.. list];
        }
    }
}
