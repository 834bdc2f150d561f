namespace PropIQ.Simulator.Running;

/// <summary>Is told how a run goes, from any thread.</summary>
internal interface IProgressWatch
{
    void UserStarts(string user, int actions);

    void ActionStarts(string user, int number, string type);

    void ActionEnds(string user, ActionOutcome outcome);

    void UserEnds(string user);

    /// <summary>Something about the run as a whole.</summary>
    void Say(string text);
}

/// <summary>Nobody looks.</summary>
internal sealed class NobodyWatches : IProgressWatch
{
    public void UserStarts(string user, int actions)
    {
    }

    public void ActionStarts(string user, int number, string type)
    {
    }

    public void ActionEnds(string user, ActionOutcome outcome)
    {
    }

    public void UserEnds(string user)
    {
    }

    public void Say(string text)
    {
    }
}
