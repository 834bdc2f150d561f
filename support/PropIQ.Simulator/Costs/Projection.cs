using PropIQ.Simulator.Actions;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Costs;

/// <summary>What actions may cost before they are played, in dollars: 500 and 1,500 tokens an analysis or message, and Stripe's fees.</summary>
internal static class Projection
{
    public static decimal Of(SimulatedAction action, Prices prices) =>
        OfAi(action.Analyses + action.Messages, prices) + (action.Charge > 0 ? CostMeter.Fee(prices, action.Charge) : 0);

    /// <summary>So many analyses or messages.</summary>
    public static decimal OfAi(int asked, Prices prices) => CostMeter.OpenAiCost(prices, asked * CostMeter.EstimatedInput, asked * CostMeter.EstimatedOutput);

    public static decimal Of(UserProfile user, Prices prices) => user.Actions.Sum(action => Of(action.Act, prices));

    /// <summary>The whole profile, hosting included.</summary>
    public static decimal Of(SimulationProfile profile) => profile.Users.Sum(user => Of(user, profile.Config.Prices)) + Hosting.PerRun(profile.Costs.HostingPerMonth);
}

/// <summary>Hosting: a day's share of a month of thirty days, to the cent, once a run.</summary>
internal static class Hosting
{
    public const decimal DaysOfAMonth = 30m;

    public static decimal PerRun(decimal perMonth) => Math.Round(perMonth / DaysOfAMonth, 2, MidpointRounding.AwayFromZero);
}
