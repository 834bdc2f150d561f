using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Load.Users;

/// <summary>How users were put in place: seeded by the testing interface, signed up at the front door, or not at all.</summary>
internal sealed record Seeding(string How, int Accounts, int Sessions, int Failed, string? FirstProblem, TimeSpan Took)
{
    /// <summary>Nobody needs an account.</summary>
    public static readonly Seeding NotNeeded = new("not needed", 0, 0, 0, null, TimeSpan.Zero);
}

/// <summary>
/// Puts users in place before the load: accounts by the testing interface where there is one, else by sign-up; and sessions,
/// where the users begin as people who have been there before. Logins keep below the limit by address (clause 7.1).
/// </summary>
internal sealed class Seeder(LoadOrder order, Pools pools)
{
    private const int AtOnce = 16;
    private const int Tries = 3;

    private readonly Pacer[] paces = [.. pools.Clients.Select(_ => new Pacer(TimeProvider.System))];
    private int accounts;
    private int sessions;
    private int failed;
    private string? firstProblem;

    public async Task<Seeding> SeedAsync(IReadOnlyList<VirtualUser> users)
    {
        if (order.Plan.Journey is { } journey && !journey.Any(action => action == LoadAction.Login || LoadActions.NeedsSession(action)))
        {
            return Seeding.NotNeeded;
        }

        var began = TimeProvider.System.GetTimestamp();
        using var testing = pools.Testing(order.Target);
        try
        {
            await Parallel.ForEachAsync(users, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = order.Stop.Token }, async (user, cancellation) =>
            {
                var problem = await SeedAsync(user, testing, cancellation);
                if (problem is not null)
                {
                    Interlocked.CompareExchange(ref firstProblem, problem, null);
                    Interlocked.Increment(ref failed);
                }

                order.Watch.Seeded(Volatile.Read(ref accounts) + Volatile.Read(ref failed), users.Count);
            });
        }
        catch (OperationCanceledException) when (order.Stop.Token.IsCancellationRequested)
        {
            // What is there is told, and left to clean-up.
        }

        return new(testing is null ? "signed up" : "seeded by the testing interface", accounts, sessions, failed, firstProblem, TimeProvider.System.GetElapsedTime(began));
    }

    private async Task<string?> SeedAsync(VirtualUser user, TestingClient? testing, CancellationToken cancellation)
    {
        var place = user.Number % pools.Clients.Count;
        if (testing is null)
        {
            var answer = await pools.Clients[place].SignUpAsync(new(user.Email, user.Password, "Simulated", "Load"), cancellation);
            return answer.Succeeded ? Opened(user, answer) : Problem(answer);
        }

        var seeded = await testing.SeedUserAsync(new(user.Email, user.Password, user.Persona.StartTier, 0, user.Persona.State.History, "Simulated", "Load"), cancellation);
        if (!seeded.Succeeded)
        {
            return Problem(seeded);
        }

        Interlocked.Increment(ref accounts);
        return order.Plan.Journey?.Contains(LoadAction.Login) == true ? null : await LogInAsync(user, place, cancellation);
    }

    private async Task<string?> LogInAsync(VirtualUser user, int place, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await paces[place].WaitAsync(cancellation);
            var answer = await pools.Clients[place].LogInAsync(user.Email, user.Password, cancellation);
            if (answer.Succeeded)
            {
                user.Open(answer.Value.AccessToken ?? "", answer.Value.RefreshToken);
                Interlocked.Increment(ref sessions);
                return null;
            }

            if (answer.Problem?.Code != "rate_limited" || attempt == Tries)
            {
                return Problem(answer);
            }

            await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
        }
    }

    private string? Opened(VirtualUser user, Answer<Tokens> answer)
    {
        Interlocked.Increment(ref accounts);
        if (answer.Value?.AccessToken is not { Length: > 0 } token)
        {
            return "the sign-up's answer has no access token";
        }

        Interlocked.Increment(ref sessions);
        user.Open(token, answer.Value.RefreshToken);
        return null;
    }

    private static string Problem<T>(Answer<T> answer)
        where T : class => answer.Problem?.Detail ?? answer.Unreadable ?? $"PropIQ answered {answer.Status}";
}
