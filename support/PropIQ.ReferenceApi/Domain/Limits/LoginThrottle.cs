using PropIQ.ReferenceApi.Memory;

namespace PropIQ.ReferenceApi.Domain.Limits;

/// <summary>Slows down whoever guesses passwords (clause 2.2).</summary>
public interface ILoginThrottle
{
    /// <summary>
    /// Leave to try one password for <paramref name="emailKey"/>; null, with how long to wait, when too many have failed.
    /// Waits while the tries already under way could still use up what is left, so that many at once guess no more.
    /// </summary>
    Task<(ILoginTry? Try, TimeSpan Wait)> EnterAsync(string emailKey, CancellationToken cancellationToken);
}

/// <summary>One try under way. Disposing it without a word takes it back.</summary>
public interface ILoginTry : IDisposable
{
    /// <summary>The password was wrong.</summary>
    void Failed();
}

/// <summary>10 failures for one e-mail within a minute, by the machine's clock, known to exist or not. A success forgives nothing.</summary>
public sealed class LoginThrottle(TimeProvider machine, int capacity = 50_000) : ILoginThrottle
{
    /// <summary>So many failures are let through.</summary>
    public const int MaxFailures = 10;

    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, Account> accounts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <inheritdoc />
    public async Task<(ILoginTry? Try, TimeSpan Wait)> EnterAsync(string emailKey, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task settled;
            lock (gate)
            {
                var account = Find(emailKey);
                var now = machine.GetUtcNow();
                account.Forget(now - Length);
                if (account.Failures.Count >= MaxFailures)
                {
                    return (null, account.Failures.Peek() + Length - now);
                }

                if (account.Failures.Count + account.UnderWay < MaxFailures)
                {
                    account.UnderWay++;
                    return (new LoginTry(this, account), TimeSpan.Zero);
                }

                settled = account.Settled.Task;
            }

            await settled.WaitAsync(cancellationToken);
        }
    }

    private Account Find(string emailKey)
    {
        if (accounts.TryGetValue(emailKey, out var account))
        {
            return account;
        }

        // Those without failures first, then those whose last failure is the oldest.
        Forgetting.Oldest(accounts, capacity, static known => known.UnderWay == 0, static known => known.LastFailure);
        return accounts[emailKey] = new Account();
    }

    private void Leave(Account account, bool failed)
    {
        lock (gate)
        {
            account.UnderWay--;
            if (failed)
            {
                account.LastFailure = machine.GetUtcNow();
                account.Failures.Enqueue(account.LastFailure);
            }

            var settled = account.Settled;
            account.Settled = Account.NewSignal();
            settled.SetResult();
        }
    }

    private sealed class Account
    {
        public Queue<DateTimeOffset> Failures { get; } = new();

        public DateTimeOffset LastFailure { get; set; }

        public int UnderWay { get; set; }

        public TaskCompletionSource Settled { get; set; } = NewSignal();

        public static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Forget(DateTimeOffset until)
        {
            while (Failures.TryPeek(out var oldest) && oldest <= until)
            {
                Failures.Dequeue();
            }
        }
    }

    private sealed class LoginTry(LoginThrottle throttle, Account account) : ILoginTry
    {
        private bool failed;
        private bool left;

        public void Failed() => failed = true;

        public void Dispose()
        {
            if (!left)
            {
                left = true;
                throttle.Leave(account, failed);
            }
        }
    }
}
