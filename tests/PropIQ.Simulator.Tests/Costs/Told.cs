using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Tests.Evidence;
using PropIQ.Simulator.Tests.Profiles;

namespace PropIQ.Simulator.Tests.Costs;

/// <summary>Runs as if they had been played: what a run cost is counted of these.</summary>
internal static class Told
{
    /// <summary>A dollar for 1,000 tokens asked and two for 1,000 answered, so that tokens show in cents; Stripe's share is the contract's.</summary>
    public static readonly Prices Prices = new(1m, 2m, 0.029m);

    /// <summary>One user, whom Stripe charged so much.</summary>
    public static UserState User(IReadOnlyList<CallRecord> calls, params decimal[] charges)
    {
        var user = new UserState(ProfileReader.Read("told.yaml", Texts.OneUser(Texts.LogIn)).Users[0], new Random(1), Prices);
        foreach (var call in calls)
        {
            user.Add(call);
        }

        foreach (var charge in charges)
        {
            user.Costs.Charge(charge);
        }

        return user;
    }

    /// <summary>The run of some users; <paramref name="costs"/> as the profile has them.</summary>
    public static RunResult Run(CostTracking costs, params UserState[] users)
    {
        var profile = ProfileReader.Read("told.yaml", Texts.OneUser(Texts.LogIn)) with { Costs = costs };
        var run = new RunContext(
            new SimulationTarget(new Uri("http://127.0.0.1"), "local"), profile, new RunSettings { Seed = 1, RunId = "told" }, SimulationLog.None, TimeProvider.System);
        return new(run, Story.Start, TimeSpan.FromSeconds(1), [.. users.Select(user => new UserResult(user, user.Profile.Email, Story.Start, TimeSpan.FromSeconds(1), [], [], []))], StopCause.None, null);
    }

    /// <summary>An analysis whose answer names so many tokens.</summary>
    public static CallRecord Analysed(int input, int output) => Story.Analysed(Story.Property(), made => made with { Tokens = new(input, output) });

    /// <summary>An analysis whose answer names none.</summary>
    public static CallRecord AnalysedSilently() => Story.Analysed(Story.Property(), made => made with { Tokens = null });

    /// <summary>A chat's answer, with its tokens as JSON.</summary>
    public static CallRecord Chatted(string tokens) =>
        Story.Answered("/support/chat", new ChatReply(true, "c1", "?", "!", null, System.Text.Json.JsonDocument.Parse(tokens).RootElement));

    /// <summary>Nobody answered.</summary>
    public static CallRecord Unanswered() => Story.Answered("/pricing", null, status: 0, unreadable: "there was no answer");
}
