using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Directing;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>What is known of a target once it has been asked: what works around it, and what should and does not, with the reason.</summary>
internal sealed record Acquaintance(IDirector? Director, IReadOnlySet<string> Capabilities, IReadOnlyDictionary<string, string> Broken);

/// <summary>Asks a target, once a run, for what it is said to have: so that what does not work is told once and not by every scenario.</summary>
internal sealed class Introduction(Target target, IReadOnlySet<string> without, ClientOptions reach)
{
    private const string Password = "SimProbe2025!Go";
    private const double StallSeconds = 2;
    private readonly Dictionary<string, string> broken = [];
    private readonly HashSet<string> capabilities = [.. target.Capabilities.Except(without)];

    /// <summary>Meets the target.</summary>
    /// <exception cref="TargetException">Nothing answers there at all.</exception>
    public async Task<Acquaintance> MakeAsync(CancellationToken cancellationToken)
    {
        await ShouldAnswerAsync(cancellationToken);
        var director = capabilities.Overlaps([.. Capability.OfDirector, Capability.OwnHost]) ? await DirectorAsync(cancellationToken) : null;
        Surround(director);
        if (capabilities.Overlaps(Capability.OfTesting))
        {
            await TryTestingAsync(cancellationToken);
        }

        return new Acquaintance(director, capabilities, broken);
    }

    // A PropIQ that slept may need the first call to wake up; where health alone is silent, its own scenario judges that.
    private async Task ShouldAnswerAsync(CancellationToken cancellationToken)
    {
        using var client = new PropIqClient(reach);
        var health = await client.GetHealthAsync(cancellationToken);
        if (health.Exchange.Status is null && (await client.GetPricesAsync(cancellationToken)).Exchange.Status is null)
        {
            throw new TargetException($"No PropIQ answers at {target.BaseUrl}: {health.Unreadable}. Is it running, and is the address right?");
        }
    }

    private async Task<IDirector?> DirectorAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RemoteDirector.ConnectAsync(target.Director!, target.Secrets.Director!, cancellationToken);
        }
        catch (SandboxException failure)
        {
            foreach (var capability in capabilities.Intersect([.. Capability.OfDirector, Capability.OwnHost]))
            {
                broken[capability] = failure.Message;
            }

            return null;
        }
    }

    private void Surround(IDirector? director)
    {
        if (director?.Surroundings is not null)
        {
            if (!target.DeclaresCapabilities && !without.Contains(Capability.OwnHost))
            {
                capabilities.Add(Capability.OwnHost);
            }
        }
        else if (director is not null && capabilities.Contains(Capability.OwnHost))
        {
            broken[Capability.OwnHost] = "the director does not run this PropIQ, so it cannot break what is around it: start PropIQ by the sandbox's run command.";
        }
    }

    private async Task TryTestingAsync(CancellationToken cancellationToken)
    {
        using var testing = new TestingClient(reach with { TestingSecret = target.Secrets.Testing });
        var email = TestRun.NextEmail("probe");
        Note(Capability.UserSeeding, "put a user in place", await testing.SeedUserAsync(new SeededUser(email, Password, "free"), cancellationToken));
        if (capabilities.Contains(Capability.Clock))
        {
            Note(Capability.Clock, "read a user's clock", await testing.SetClockAsync(email, new ClockChange(AdvanceSeconds: 0), cancellationToken));
        }

        if (capabilities.Contains(Capability.Outbox))
        {
            Note(Capability.Outbox, "drain the outbox", await testing.DrainOutboxAsync(email, 1, cancellationToken));
        }

        if (capabilities.Contains(Capability.DatabaseStall))
        {
            Note(Capability.DatabaseStall, "stall the database for a user", await testing.StallAsync(email, StallSeconds, cancellationToken));
            await testing.ReleaseAsync(email, cancellationToken);
        }
    }

    private void Note<T>(string capability, string what, Answer<T> answer)
        where T : class
    {
        var attempt = new Attempt<T>(what, answer);
        if (!attempt.Succeeded && capabilities.Contains(capability))
        {
            broken[capability] = $"to {what} by the testing interface should have worked, but {attempt.Outcome}. Is it switched on, with the secret that is in the environment here?";
        }
    }
}
