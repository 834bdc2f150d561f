using System.CommandLine;
using PropIQ.Client;
using PropIQ.Sandbox.Suites;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Commands;

/// <summary>What "run" is to do, checked.</summary>
internal sealed record RunOrder(
    IReadOnlyList<string> Build, Uri Health, Uri BaseUrl, Uri Webhook, string? Target, WireFormat Wire, string Log, TimeSpan UpWithin, string? EnvironmentFile)
{
    /// <summary>Reads the command line; <paramref name="build"/> is what stood after the first "--".</summary>
    /// <exception cref="BadInputException">Something is missing or cannot be used.</exception>
    public static RunOrder Of(RunOptions options, ParseResult parsed, string[]? build)
    {
        if (build is null or [])
        {
            throw new BadInputException("Say after \"--\" what starts PropIQ: run --health http://127.0.0.1:8000/health -- npm start");
        }

        var health = parsed.GetValue(options.Health) ?? throw new BadInputException("--health is missing: the address that answers 2xx as soon as PropIQ is up.");
        var baseUrl = parsed.GetValue(options.BaseUrl) ?? new Uri(health, "/");
        (string Name, WireFormat Wire, Uri Webhook)? target = parsed.GetValue(options.Target) is { Length: > 0 } named ? Known(named, baseUrl) : null;
        var patience = parsed.GetValue(options.UpWithin);
        return new RunOrder(
            build,
            health,
            baseUrl,
            parsed.GetValue(options.Webhook) ?? target?.Webhook ?? Addresses.WebhookBeside(health),
            target?.Name,
            target?.Wire ?? WireFormat.Contract,
            parsed.GetValue(options.Log)!,
            patience is > 0 and <= 3_600 ? TimeSpan.FromSeconds(patience) : throw new BadInputException("--up-within takes seconds, from 1 to 3600."),
            parsed.GetValue(options.EnvironmentFile));
    }

    /// <summary>The suite that was asked for; whatever no option of ours took is for it.</summary>
    public static async Task<Suite> SuiteAsync(RunOptions options, ParseResult parsed, Screen screen, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(options.Suite) is { } command)
        {
            return Suite.Shell(command, parsed.UnmatchedTokens);
        }

        var acceptance = AcceptanceSuite.Find();
        var build = !parsed.GetValue(options.NoBuild);
        if (build)
        {
            await screen.Out.WriteLineAsync("Building the acceptance suite.");
        }

        await acceptance.PrepareAsync(build, cancellationToken);
        return new Suite(acceptance.Program, parsed.UnmatchedTokens);
    }

    /// <summary>What a suite is told: which PropIQ, its secrets, and the director. The testing interface's secret only where there is one.</summary>
    public IReadOnlyDictionary<string, string> ForSuite(SandboxEnvironment propIq, bool hasTesting, IReadOnlyDictionary<string, string> director)
    {
        var told = new Dictionary<string, string>(director)
        {
            [TargetChoice.BaseUrlVariable] = BaseUrl.ToString(),
            [TargetChoice.TestingVariable] = hasTesting ? propIq.TestingSecret : "",
            [TargetChoice.WebhookVariable] = propIq.StripeWebhookSecret,
            [TargetChoice.TokenVariable] = propIq.JwtSecret,
            [TargetChoice.SandboxRunVariable] = $"--health {Health} --base-url {BaseUrl} --webhook-url {Webhook}{(Target is null ? "" : $" --target \"{Target}\"")}",
        };
        if (Target is not null)
        {
            told[TargetChoice.TargetVariable] = Target;
        }

        return told;
    }

    // The sandbox makes the secrets up: here it is enough that there will be some.
    private static (string Name, WireFormat Wire, Uri Webhook) Known(string named, Uri baseUrl)
    {
        var name = File.Exists(named) ? Path.GetFullPath(named) : named;
        try
        {
            var target = TargetChoice.From(
                variable => variable switch
                {
                    TargetChoice.TargetVariable => name,
                    TargetChoice.BaseUrlVariable => baseUrl.ToString(),
                    TargetChoice.DirectorVariable => baseUrl.ToString(),
                    _ => "made up",
                },
                AppContext.BaseDirectory)!;
            return (name, target.Wire, new Uri(baseUrl, target.Wire.PathFor("/stripe/webhook")));
        }
        catch (TargetException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }
}
