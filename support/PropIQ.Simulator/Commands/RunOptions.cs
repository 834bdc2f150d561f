using System.CommandLine;

namespace PropIQ.Simulator.Commands;

/// <summary>The options, declared once and read by whichever command has them.</summary>
internal sealed class RunOptions
{
    public Option<string?> Config { get; } = new("--config") { Description = "The profile; the five power users when none is given." };

    public Option<string[]> Users { get; } = new("--user") { Description = "Only this user; may be given again.", AllowMultipleArgumentsPerToken = true };

    public Option<bool> Sequential { get; } = new("--sequential") { Description = "One user after the other." };

    public Option<string> Output { get; } = new("--output") { Description = "Where the report goes; the other files go beside it.", DefaultValueFactory = _ => "simulation_report.json" };

    public Option<string?> TargetFile { get; } = new("--target") { Description = "The PropIQ to run against, by its target file: a name in support/targets, or a path; else PROPIQ_TARGET." };

    public Option<string?> BaseUrl { get; } = new("--base-url") { Description = "The PropIQ to run against; else PROPIQ_BASE_URL, else the profile's base_url." };

    public Option<bool> Bundled { get; } = new("--bundled") { Description = "Start sandbox and reference API, and run against them." };

    public Option<int?> Seed { get; } = new("--seed") { Description = "Decides all chance; a random one when none is given." };

    public Option<bool> MaxSpeed { get; } = new("--max-speed") { Description = "No pauses at all." };

    public Option<bool> RealTime { get; } = new("--real-time") { Description = "Pauses as people make them." };

    public Option<bool> Chaos { get; } = new("--chaos") { Description = "Play the profile's chaos_scenarios after the sessions." };

    public Option<bool> ChaosOnly { get; } = new("--chaos-only") { Description = "Play the chaos_scenarios alone." };

    public Option<int> Repeat { get; } = new("--repeat") { Description = "So many times as many users.", DefaultValueFactory = _ => 1 };

    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Print plan and projected cost, and do nothing." };

    public Option<decimal?> Budget { get; } = new("--budget") { Description = "Dollars that may be spent; the run stops before passing them." };

    public Option<double> Timeout { get; } = new("--timeout") { Description = "Seconds that a call may take.", DefaultValueFactory = _ => 30 };

    public Option<string?> Log { get; } = new("--log") { Description = "The log file; simulation.log beside the report when none is given." };

    public Option<string?> JUnit { get; } = new("--junit") { Description = "Write JUnit XML there, too." };

    public Option<string?> Summary { get; } = new("--summary") { Description = "Append a Markdown summary there; GITHUB_STEP_SUMMARY when none is given and it is set." };

    public Option<string[]> AllowDomain { get; } = new("--allow-domain") { Description = "A further domain that simulated users may be on; simulated.propiq.com when none is named.", Arity = ArgumentArity.ZeroOrMore };

    public Option<bool> OwnTarget { get; } = new("--i-own-this-target") { Description = "Run against a target outside this machine, once every preflight check is passed or acknowledged." };

    public Option<string[]> Acknowledge { get; } = new("--acknowledge") { Description = "Checks that you have seen to: openai-quota, alerts, rollback-plan, team-told, database-room.", AllowMultipleArgumentsPerToken = true };

    public Option<string?> By { get; } = new("--by") { Description = "Your name, for the record of what was acknowledged." };

    public Option<string?> Database { get; } = new("--database") { Description = "Connection string of the target's database, for preflight and cleanup." };

    public Option<decimal> DatabaseLimit { get; } = new("--database-limit-mb") { Description = "How large that database may become.", DefaultValueFactory = _ => 500m };

    /// <summary>The options that say what is run, and against what.</summary>
    public IEnumerable<Option> Target => [Config, TargetFile, BaseUrl, Bundled, Timeout, Repeat, AllowDomain, Budget, OwnTarget, Acknowledge, By, Database, DatabaseLimit];

    /// <summary>The options of a run alone.</summary>
    public IEnumerable<Option> Running => [Users, Sequential, Output, Seed, MaxSpeed, RealTime, Chaos, ChaosOnly, DryRun, Log, JUnit, Summary];
}
