using PropIQ.Simulator.Load.Users;

namespace PropIQ.Simulator.Load.Running;

/// <summary>Decides when users act: in their own time (closed), or as work arrives (open).</summary>
internal interface ILoadModel
{
    /// <summary>Sets users going. Ends when no more is to come.</summary>
    Task BeginAsync();

    /// <summary>A user's step is about to be played: counted before anything else, so that nobody takes the load for over.</summary>
    void Expect();

    /// <summary>Has a user play the step that was due at a moment, and whatever follows from it.</summary>
    Task PlayAsync(VirtualUser user, long due);
}
