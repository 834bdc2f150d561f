using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Directing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Commands;

/// <summary>
/// One command gives a PropIQ build everything around it: the reference API as a process of its own, and this test in the
/// place of the suite, with nothing in hand but what a suite is told.
/// </summary>
public sealed class RunTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly Uri _propIq = new($"http://127.0.0.1:{Ports.Free()}");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_suite_can_do_everything_around_a_build_and_its_code_is_the_runs()
    {
        await using var sandbox = Run("env > told.part; mv told.part told; while [ ! -e done ]; do sleep 0.1; done; exit 7 #");
        var told = await ToldAsync(sandbox);
        told["PROPIQ_BASE_URL"].Should().Be(_propIq.ToString());
        await using (var director = await RemoteDirector.ConnectAsync(new Uri(told["PROPIQ_DIRECTOR"]), told["PROPIQ_DIRECTOR_SECRET"], Stop))
        {
            using var client = new PropIqClient(new ClientOptions(_propIq));
            using var testing = new TestingClient(new ClientOptions(_propIq) { TestingSecret = told["PROPIQ_TESTING_SECRET"] });
            var email = $"rita.{Guid.NewGuid():N}@sim.propiq.test";

            (await testing.SeedUserAsync(new SeededUser(email, "SimRita2025!Go", "free"), Stop)).Succeeded.Should().BeTrue();
            var session = (await client.LogInAsync(email, "SimRita2025!Go", Stop)).Value!;
            await PaysAsync(director, client, session, email);
            await AiFailsAsync(director, client, session);
            await DatabaseGoesAsync(director, client, session);
            await CrashesAsync(director, client, session);
        }

        await File.WriteAllTextAsync(_scratch["done"], "", Stop);
        (await sandbox.ExitCodeAsync()).Should().Be(7, sandbox.Said);
        await NobodyAnswersAsync();
    }

    [Fact]
    public async Task Told_to_stop_it_stops_the_suite_and_the_build()
    {
        await using var sandbox = Run("env > told.part; mv told.part told; sleep 600 #");
        await ToldAsync(sandbox);

        sandbox.Terminate();

        (await sandbox.ExitCodeAsync()).Should().Be(130, sandbox.Said);
        await NobodyAnswersAsync();
    }

    [Fact]
    public async Task Killed_it_leaves_no_build_behind()
    {
        await using var sandbox = Run("env > told.part; mv told.part told; while [ ! -e done ]; do sleep 0.1; done #");
        await ToldAsync(sandbox);

        sandbox.Kill();

        await NobodyAnswersAsync();
        await File.WriteAllTextAsync(_scratch["done"], "", Stop);
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task PaysAsync(IDirector director, PropIqClient client, Tokens session, string email)
    {
        var checkout = (await client.OpenCheckoutAsync(session.AccessToken, "starter", null, Stop)).Value!;
        var paid = await director.Stripe.PayAsync(checkout.SessionId!, "4242424242424242", Delivery.InOrder, Stop);
        paid.Succeeded.Should().BeTrue();
        (await client.GetProfileAsync(session.AccessToken, Stop)).Value!.Tier.Should().Be("starter", "the webhook arrived");
        await Eventually.TrueAsync(async () => (await director.Slack.ContainingAsync(email, Stop)).Count == 1, "Slack is told");
    }

    private static async Task AiFailsAsync(IDirector director, PropIqClient client, Tokens session)
    {
        var id = (await client.GetProfileAsync(session.AccessToken, Stop)).Value!.Id!.Text;
        await director.Ai.FailAsync(id, new AiFault(AiFaultKind.DropsConnection), null, Stop);
        (await AnalyzeAsync(client, session)).Problem!.Code.Should().Be("ai_unavailable");
        await director.Ai.HealAsync(id, Stop);
        (await AnalyzeAsync(client, session)).Succeeded.Should().BeTrue();
    }

    private static async Task DatabaseGoesAsync(IDirector director, PropIqClient client, Tokens session)
    {
        await director.Surroundings!.SetAsync(Link.Database, LinkState.Gone, Stop);
        (await client.GetProfileAsync(session.AccessToken, Stop)).Status.Should().Be(503);
        await director.Surroundings.SetAsync(Link.Database, LinkState.Well, Stop);
        await Eventually.TrueAsync(async () => (await client.GetProfileAsync(session.AccessToken, Stop)).Succeeded, "the database is back");
    }

    private static async Task CrashesAsync(IDirector director, PropIqClient client, Tokens session)
    {
        await director.Surroundings!.CrashAsync(Stop);
        (await client.GetProfileAsync(session.AccessToken, Stop)).Status.Should().Be(0);
        await director.Surroundings.ComeBackAsync(Stop);
        (await client.GetProfileAsync(session.AccessToken, Stop)).Value!.Tier.Should().Be("starter", "nothing is lost");
    }

    private static Task<Answer<Analysis>> AnalyzeAsync(PropIqClient client, Tokens session) =>
        client.AnalyzeAsync(session.AccessToken, new PropertyToAnalyze($"{Guid.NewGuid():N} Main St, Austin, TX 78701"), Stop);

    private SandboxProcess Run(string suite) => SandboxProcess.Start(
        _scratch, "run", "--health", $"{_propIq}health", "--up-within", "170", "--suite", suite, "--", SandboxProcess.ReferenceApi);

    private async Task<IReadOnlyDictionary<string, string>> ToldAsync(SandboxProcess sandbox)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(File.Exists(_scratch["told"]) || (sandbox.HasEnded ? throw new InvalidOperationException(sandbox.Said) : false)),
            "the suite runs");
        return (await File.ReadAllLinesAsync(_scratch["told"], Stop)).Where(line => line.Contains('=')).Select(line => line.Split('=', 2))
            .GroupBy(line => line[0]).ToDictionary(line => line.Key, line => line.Last()[1]);
    }

    private Task NobodyAnswersAsync() => Eventually.TrueAsync(
        async () =>
        {
            using var client = new PropIqClient(new ClientOptions(_propIq));
            return (await client.GetHealthAsync(Stop)).Status == 0;
        },
        "nobody answers any more");
}
