using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Load.Users;

/// <summary>What one persona does in a session, and how long it pauses.</summary>
internal sealed class Journey(UserProfile persona, LoadPlan plan)
{
    private const double StepsWithoutAnalyses = 4;

    /// <summary>True when the plan says what everybody does, instead of the personas' traits.</summary>
    public bool IsFixed => plan.Journey is not null;

    /// <summary>Draws a session's steps, the last one first in <paramref name="steps"/>.</summary>
    public void Draw(Random random, List<LoadAction> steps)
    {
        steps.Clear();
        if (plan.Journey is { } fixedOne)
        {
            steps.AddRange(fixedOne);
            steps.Reverse();
            return;
        }

        var traits = persona.Persona.Traits;
        steps.Add(LoadAction.Login);
        steps.Add(LoadAction.Profile);
        Perhaps(LoadAction.History, traits.HistoryReview);
        var analyses = random.Next(traits.AnalysesPerSession.Least, Math.Max(traits.AnalysesPerSession.Least, traits.AnalysesPerSession.Most) + 1);
        for (var analysis = 0; analysis < analyses; analysis++)
        {
            Perhaps(LoadAction.Calculator, traits.Calculator / Math.Max(1, analyses));
            steps.Add(LoadAction.Analyze);
        }

        Perhaps(LoadAction.Export, persona.StartTier == "free" ? 0 : traits.Export);
        Perhaps(LoadAction.Chat, traits.SupportChat);
        steps.Add(LoadAction.Logout);
        steps.Reverse();

        void Perhaps(LoadAction action, double chance)
        {
            if (random.NextDouble() < chance)
            {
                steps.Add(action);
            }
        }
    }

    /// <summary>Draws a pause: around the plan's mean, else as long as makes the session as long as the persona's are.</summary>
    public TimeSpan Pause(Random random)
    {
        var mean = plan.ThinkTime ?? Own();
        return plan.ThinkDistribution switch
        {
            ThinkDistribution.Constant => mean,
            ThinkDistribution.Uniform => mean * (0.5 + random.NextDouble()),
            _ => mean * -Math.Log(1 - random.NextDouble()),
        };
    }

    private TimeSpan Own()
    {
        var (least, most) = persona.Persona.SessionMinutes ?? (5, 15);
        var analyses = persona.Persona.Traits.AnalysesPerSession;
        return TimeSpan.FromMinutes((double)(least + most) / 2 / (StepsWithoutAnalyses + ((analyses.Least + analyses.Most) / 2d)));
    }
}
