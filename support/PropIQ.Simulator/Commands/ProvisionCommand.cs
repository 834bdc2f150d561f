using System.CommandLine;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Safety;

namespace PropIQ.Simulator.Commands;

/// <summary>Puts users who only log in where the profile has them begin, under their own e-mails, and leaves them there.</summary>
internal sealed class ProvisionCommand(RunOptions options, ParseResult parsed, Screen screen)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var given = new Given(options, parsed);
        if (given.Url is not { } url)
        {
            throw new BadInputException("The bundled PropIQ is new for each run, which provisions it itself: name a target (--base-url).");
        }

        if (!Preflight.Good(Preflight.Always(given.Profile, given.Domains, null)) || (!url.IsLoopback && !given.OwnsTarget))
        {
            throw new BadInputException("This target or these users are refused: see \"propiq-sim preflight\"; a target outside this machine needs --i-own-this-target.");
        }

        var target = given.Remote(url);
        if (target.TestingSecret is null)
        {
            throw new BadInputException("Provisioning goes through the testing interface: set PROPIQ_TESTING_SECRET.");
        }

        // The e-mails stay as written: whoever provisions means to find these accounts again.
        var profile = given.Profile with { Config = given.Profile.Config with { UniqueEmails = false } };
        var run = new RunContext(target, profile, new RunSettings { Seed = 0, RunId = "provision" }, SimulationLog.None, TimeProvider.System);
        var failed = false;
        foreach (var user in given.Users.Where(user => !user.SignsUp))
        {
            var state = new UserState(user, new Random(0), profile.Config.Prices);
            using var visitor = new Visitor(run, state, user.Email, user.Password ?? "");
            var problem = await Provisioning.PrepareAsync(new ActionContext(run, state, visitor, 0, "provision", ExpectedAnswer.Success), cancellation);
            failed |= problem is not null;
            await screen.Out.WriteLineAsync(problem is null ? $"{user.Email}: {user.StartTier}, {user.State.AnalysesUsed} used" : $"{user.Email}: {problem}");
        }

        return failed ? ExitCodes.Missed : ExitCodes.AsExpected;
    }
}
