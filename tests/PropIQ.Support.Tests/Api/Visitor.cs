using System.Net;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.Api;

/// <summary>Somebody at PropIQ's door: an address, a client and, once seeded, an account of their own, so that nobody's limits are anybody else's.</summary>
internal sealed class Visitor : IDisposable
{
    public const string Password = "Visit0r-Passw0rd";

    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static int _count;

    private Visitor(PropIqHost host, Action<Exchange>? record)
    {
        var number = Interlocked.Increment(ref _count);
        Host = host;
        Email = $"visitor+{Run}.{number}@simulated.propiq.test";
        var options = new ClientOptions(host.Url)
        {
            SourceAddress = new IPAddress([127, 44, (byte)(number / 250), (byte)(1 + (number % 250))]),
            TestingSecret = host.TestingSecret,
            OnExchange = record,
        };
        Client = new PropIqClient(options);
        Testing = new TestingClient(options);
    }

    public PropIqHost Host { get; }

    public string Email { get; }

    public PropIqClient Client { get; }

    public TestingClient Testing { get; }

    /// <summary>The account's id, as the collaborators know it.</summary>
    public string Id { get; private set; } = "";

    public string Token { get; private set; } = "";

    public string RefreshToken { get; private set; } = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Somebody without an account.</summary>
    public static Visitor Stranger(PropIqHost host, Action<Exchange>? record = null) => new(host, record);

    /// <summary>Somebody with an account on a plan, logged in.</summary>
    public static async Task<Visitor> ArriveAsync(PropIqHost host, string tier = "free", int used = 0, Action<Exchange>? record = null)
    {
        var visitor = new Visitor(host, record);
        var seeded = await visitor.Testing.SeedUserAsync(new SeededUser(visitor.Email, Password, tier, used), Cancellation);
        seeded.Unreadable.Should().BeNull();
        seeded.Problem.Should().BeNull();
        await visitor.LogInAsync();
        return visitor;
    }

    /// <summary>Somebody on a paid plan whose subscription is there at Stripe too, with more history than the period's.</summary>
    public static async Task<Visitor> SubscribedAsync(PropIqHost host, string tier, int used = 0, int history = 0, Action<Exchange>? record = null)
    {
        var visitor = new Visitor(host, record);
        var now = DateTimeOffset.UtcNow;
        var atStripe = await host.Stripe.SeedSubscriptionAsync(visitor.Email, tier, now.AddDays(-10), now.AddDays(20), Cancellation);
        var subscription = new SeededSubscription(atStripe.CustomerId, atStripe.Id, atStripe.CurrentPeriodStart, atStripe.CurrentPeriodEnd);
        var user = new SeededUser(visitor.Email, Password, tier, used, Math.Max(used, history), "Sub", "Scriber", subscription);
        (await visitor.Testing.SeedUserAsync(user, Cancellation)).Problem.Should().BeNull();
        await visitor.LogInAsync();
        return visitor;
    }

    public async Task LogInAsync()
    {
        var login = await Client.LogInAsync(Email, Password, Cancellation);
        login.Unreadable.Should().BeNull();
        login.Problem.Should().BeNull();
        Id = login.Value!.User!.Id!.Text;
        Token = login.Value.AccessToken!;
        RefreshToken = login.Value.RefreshToken!;
    }

    public void Dispose()
    {
        Client.Dispose();
        Testing.Dispose();
    }
}
