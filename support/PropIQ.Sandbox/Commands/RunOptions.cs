using System.CommandLine;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Commands;

/// <summary>The options of "run".</summary>
internal sealed class RunOptions
{
    private const int UsualPatience = 120;

    public Option<Uri?> Health { get; } = Addresses.Option("--health", "Answers 2xx as soon as PropIQ is up, such as http://127.0.0.1:8000/health.");

    public Option<Uri?> BaseUrl { get; } = Addresses.Option("--base-url", "Where the suite finds PropIQ; default the address of --health, without its path.");

    public Option<Uri?> Webhook { get; } = Addresses.Option("--webhook-url", "Where PropIQ takes Stripe's events; default as --target says, else beside --health: /stripe/webhook.");

    public Option<string?> Target { get; } = new("--target")
    {
        Description = $"The target file, or the name of one in support/targets: how PropIQ is reached, and what is known to be wrong with it; default {TargetChoice.TargetVariable}.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TargetChoice.TargetVariable),
    };

    public Option<string?> Suite { get; } = new("--suite") { Description = "Another command to judge PropIQ with than the acceptance suite." };

    public Option<bool> NoBuild { get; } = new("--no-build") { Description = "Takes the acceptance suite as it was last built." };

    public Option<string> Log { get; } = new("--log") { Description = "Takes what PropIQ prints.", DefaultValueFactory = _ => "propiq.log" };

    public Option<int> UpWithin { get; } = new("--up-within") { Description = "How many seconds PropIQ may take to be healthy.", DefaultValueFactory = _ => UsualPatience };

    public Option<string?> EnvironmentFile { get; } = new("--env-file") { Description = "Writes the environment there meanwhile, for the commands that direct a sandbox." };

    public IEnumerable<Option> All => [Health, BaseUrl, Webhook, Target, Suite, NoBuild, Log, UpWithin, EnvironmentFile];
}
