using FluentAssertions;
using Npgsql;
using PropIQ.ReferenceApi.Storage;
using PropIQ.Sandbox.Commands;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.EnvironmentFiles;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Commands;

/// <summary>A sandbox that is up, directed by command, until it is taken down.</summary>
public sealed class UpTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string EnvironmentPath => _scratch["sandbox.env"];

    [Fact]
    public async Task It_comes_up_is_directed_and_goes_down_without_a_trace()
    {
        await using var sandbox = SandboxProcess.Start(_scratch, "up");
        var variables = await UpAsync(sandbox);
        await HasWhatABuildStartsWithAsync(variables, sandbox);

        (await SandboxAsync("status")).Should().Contain("Database: well").And.Contain("http://127.0.0.1:8000/stripe/webhook");
        await CanBeDirectedAsync(variables);
        (await SandboxAsync("down")).Should().Contain("Stopped.");

        (await sandbox.ExitCodeAsync()).Should().Be(0, sandbox.Said);
        File.Exists(EnvironmentPath).Should().BeFalse();
        (await ReachesAsync(variables["DATABASE_URL"])).Should().BeFalse();
    }

    [Fact]
    public async Task A_signal_takes_it_down_as_well()
    {
        await using var sandbox = SandboxProcess.Start(_scratch, "up", "--webhook-url", "http://127.0.0.1:9/hooks");
        await UpAsync(sandbox);

        sandbox.Terminate();

        (await sandbox.ExitCodeAsync()).Should().Be(0, sandbox.Said);
        File.Exists(EnvironmentPath).Should().BeFalse();
    }

    [Fact]
    public async Task A_file_that_no_sandbox_wrote_is_left_alone()
    {
        await File.WriteAllTextAsync(EnvironmentPath, "MINE=1\n", Stop);

        (await SandboxAsync("up")).Should().Contain("no sandbox wrote it");

        (await File.ReadAllTextAsync(EnvironmentPath, Stop)).Should().Be("MINE=1\n");
    }

    public void Dispose() => _scratch.Dispose();

    private static async Task<bool> ReachesAsync(string databaseUrl)
    {
        var settings = DataSources.Parse(databaseUrl);
        settings.Pooling = false;
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(Stop);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task HasWhatABuildStartsWithAsync(IReadOnlyDictionary<string, string> variables, SandboxProcess sandbox)
    {
        variables.Keys.Should().Contain(
        [
            "DATABASE_URL", "STRIPE_API_BASE", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_PRICE_STARTER", "STRIPE_PRICE_PRO",
            "STRIPE_PRICE_ELITE", "AZURE_OPENAI_ENDPOINT", "AZURE_OPENAI_KEY", "AZURE_OPENAI_DEPLOYMENT", "SLACK_WEBHOOK_URL", "SENDGRID_BASE_URL",
            "SENDGRID_API_KEY", "WANDB_BASE_URL", "JWT_SECRET", "PROPIQ_TESTING_SECRET", "PROPIQ_DIRECTOR", "PROPIQ_DIRECTOR_SECRET",
        ]);
        variables["DATABASE_URL"].Should().MatchRegex("^postgres://propiq:[0-9a-f]+@127.0.0.1:[0-9]+/propiq_[0-9a-f]+");
        variables["STRIPE_API_BASE"].Should().NotEndWith("/");
        (await ReachesAsync(variables["DATABASE_URL"])).Should().BeTrue();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(EnvironmentPath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (var secret in Concealment.SecretsIn(variables))
        {
            sandbox.Said.Should().NotContain(secret);
        }
    }

    private async Task CanBeDirectedAsync(IReadOnlyDictionary<string, string> variables)
    {
        await using var director = await RemoteDirector.ConnectAsync(new Uri(variables["PROPIQ_DIRECTOR"]), variables["PROPIQ_DIRECTOR_SECRET"], Stop);
        director.Surroundings.Should().BeNull("no PropIQ is the sandbox's own");

        (await SandboxAsync("link", "database", "gone")).Should().Contain("The way to Database is gone.");
        (await ReachesAsync(variables["DATABASE_URL"])).Should().BeFalse();
        await SandboxAsync("link", "database", "well");
        (await ReachesAsync(variables["DATABASE_URL"])).Should().BeTrue();

        (await SandboxAsync("pay", "--email", "frank@sim.propiq.test")).Should().Contain("Stripe knows no customer frank@sim.propiq.test");
        (await SandboxAsync("stripe", "send", "checkout.session.completed", "--email", "frank@sim.propiq.test")).Should().Contain("checkout.session.completed: nobody answered");
        (await SandboxAsync("renew", "--email", "frank@sim.propiq.test")).Should().Contain("Paid: $69.00.");
        (await SandboxAsync("fail-payment", "--email", "frank@sim.propiq.test", "--reason", "insufficient_funds")).Should().Contain("invoice.payment_failed: nobody answered");
        (await director.Stripe.CustomerAsync("frank@sim.propiq.test", Stop))!.Subscriptions.Single().Status.Should().Be("past_due");
        (await SandboxAsync("ai", "fail", "--user", "frank", "--kind", "isslow", "--delay", "2")).Should().Contain("IsSlow for frank");
        (await SandboxAsync("ai", "heal", "--user", "frank")).Should().Contain("well for frank");
        (await SandboxAsync("inbox", "slack", "--containing", "frank")).Should().Contain("0 messages.");
        (await SandboxAsync("up")).Should().Contain("is up: \"down\" stops it");
    }

    private async Task<IReadOnlyDictionary<string, string>> UpAsync(SandboxProcess sandbox)
    {
        await Eventually.TrueAsync(
            () => Task.FromResult(sandbox.Said.Contains("Ctrl-C", StringComparison.Ordinal) || (sandbox.HasEnded ? throw new InvalidOperationException(sandbox.Said) : false)),
            "it is up");
        return await EnvironmentFile.ReadAsync(EnvironmentPath, Stop);
    }

    private async Task<string> SandboxAsync(params string[] arguments)
    {
        var said = new StringWriter();
        await SandboxApp.RunAsync([.. arguments, "--env-file", EnvironmentPath], new Screen(said, said), Stop);
        return said.ToString();
    }
}
