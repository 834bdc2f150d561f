using PropIQ.Client;
using PropIQ.Simulator.Load.Metrics;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Load.Users;

/// <summary>
/// One user under load: an account, the session that is open, and what is still to do in it. While nothing is due it is this object
/// and nothing else; connections are everybody's. One step at a time, never two at once.
/// </summary>
internal sealed class VirtualUser(int number, UserProfile persona, Journey journey, string email, string password, Random random) : IDue, IThreadPoolWorkItem
{
    private readonly List<LoadAction> steps = [];
    private long due;
    private bool tokenIsOld;
    private bool allowanceIsUsedUp;

    /// <summary>Over all shards, from 0.</summary>
    public int Number => number;

    public UserProfile Persona => persona;

    public string Email => email;

    public string Password => password;

    public Random Random => random;

    public string? AccessToken { get; private set; }

    public string? RefreshToken { get; private set; }

    /// <summary>The running conversation with support.</summary>
    public JsonId? ConversationId { get; set; }

    /// <summary>How many steps were played; makes addresses differ.</summary>
    public int Steps { get; private set; }

    /// <summary>Sessions that were played to their end.</summary>
    public int Sessions { get; private set; }

    /// <summary>Plays the steps, and decides what comes after each.</summary>
    public ILoadModel? Model { get; set; }

    /// <summary>A session is open.</summary>
    public void Open(string accessToken, string? refreshToken) => (AccessToken, RefreshToken, tokenIsOld) = (accessToken, refreshToken ?? RefreshToken, false);

    /// <summary>It is over.</summary>
    public void Close() => (AccessToken, RefreshToken, ConversationId, tokenIsOld) = (null, null, null, false);

    /// <inheritdoc />
    public void Due(long moment)
    {
        due = moment;
        Model!.Expect();
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <inheritdoc />
    public void Execute() => _ = Model!.PlayAsync(this, due);

    public TimeSpan Pause() => journey.Pause(random);

    /// <summary>What is to be done next; takes it off the list.</summary>
    public LoadAction Next()
    {
        if (steps.Count == 0)
        {
            journey.Draw(random, steps);
            if (Steps == 0 && AccessToken is not null && !journey.IsFixed)
            {
                // Whoever is there from the beginning is somewhere in his session: else all would do the same at first.
                var done = random.Next(steps.Count);
                steps.RemoveRange(steps.Count - done, done);
            }
        }

        Steps++;
        while (true)
        {
            var step = steps[^1];
            if (LoadActions.NeedsSession(step) && (AccessToken is null || tokenIsOld))
            {
                return AccessToken is not null && RefreshToken is not null ? LoadAction.Refresh : LoadAction.Login;
            }

            steps.RemoveAt(steps.Count - 1);
            if (step == LoadAction.Login && AccessToken is not null && !journey.IsFixed && steps.Count > 0)
            {
                continue;
            }

            // Whoever has used up the month's analyses looks at what there is.
            return step == LoadAction.Analyze && allowanceIsUsedUp && !journey.IsFixed ? LoadAction.History : step;
        }
    }

    /// <summary>Takes in what became of a step; true when the session is at its end.</summary>
    public bool Took(LoadAction step, in Played played)
    {
        switch (played.Outcome)
        {
            case Outcome.SessionOver when step == LoadAction.Refresh:
                Close();
                break;
            case Outcome.SessionOver:
                tokenIsOld = RefreshToken is not null;
                if (!tokenIsOld)
                {
                    Close();
                }

                if (step is not LoadAction.Logout)
                {
                    steps.Add(step);
                }

                break;
            case Outcome.RefusedByPlan when step == LoadAction.Analyze:
                allowanceIsUsedUp = true;
                break;
            case Outcome.Failed or Outcome.RateLimited when step is LoadAction.Login or LoadAction.Refresh:
                // Without a session there is nothing to do in it; the next one begins with another login.
                Close();
                steps.RemoveAll(LoadActions.NeedsSession);
                break;
        }

        if (step == LoadAction.Logout)
        {
            Close();
        }

        var over = steps.Count == 0;
        Sessions += over ? 1 : 0;
        return over;
    }
}
