using PropIQ.Simulator.Chaos;
using PropIQ.Simulator.EdgeCases;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Running;

/// <summary>One user's run, from the first action to the last that was played.</summary>
internal sealed record UserResult(
    UserState User,
    string Email,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    IReadOnlyList<ActionOutcome> Actions,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Notes)
{
    /// <summary>True when PropIQ confirmed a dearer plan than at the start.</summary>
    public bool Converted => User.Conversion.To is not null;
}

/// <summary>Plays a user's session, then the faults in his place.</summary>
internal sealed class UserRun(RunContext run, UserProfile profile)
{
    private readonly UserState user = new(profile, SeededRandom.For(run.Settings.Seed, profile.Name), run.Profile.Config.Prices);
    private readonly List<ActionOutcome> outcomes = [];
    private readonly List<string> notes = [];

    public async Task<UserResult> PlayAsync()
    {
        var startedAt = run.Time.GetUtcNow();
        var started = run.Time.GetTimestamp();
        using var visitor = new Visitor(run, user, Provisioning.EmailIn(run, profile), profile.Password ?? "");
        run.Watch.UserStarts(user.Name, (run.Settings.Sessions ? profile.Actions.Count : 0) + Chaos.Count);
        run.Log.Write(user.Name, $"begins as {visitor.Email}");
        if (run.Settings.Sessions)
        {
            await PlaySessionAsync(visitor);
        }

        if (Chaos.Count > 0)
        {
            await PlayChaosAsync();
        }

        var duration = run.Time.GetElapsedTime(started);
        await Evidence.ListenAsync(run, user, visitor);
        run.Watch.UserEnds(user.Name);
        return new(user, visitor.Email, startedAt, duration, [.. outcomes], Detection.Run(user, Declared()), [.. notes]);
    }

    private IReadOnlyList<PlannedChaos> Chaos { get; } =
        run.Settings.Chaos ? [.. run.Profile.Chaos.Where(chaos => chaos.TriggerUser == profile.Name)] : [];

    /// <summary>What the profile's played parts promise to show: the session's list, and each scenario's own edge case.</summary>
    private IReadOnlyCollection<string> Declared() =>
    [
        .. run.Settings.Sessions ? profile.DeclaredEdgeCases : [],
        .. Chaos.SelectMany(chaos => chaos.Act.AlsoShows.Prepend(EdgeCaseCatalogue.Instance.IdOf(chaos.Scenario) ?? "")),
    ];

    private async Task PlaySessionAsync(Visitor visitor)
    {
        using var over = run.Profile.Config.SessionDuration is { } bound ? new CancellationTokenSource(bound, run.Time) : new CancellationTokenSource();
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(over.Token, run.Stop.Token);
        try
        {
            var context = new ActionContext(run, user, visitor, 0, "provision", ExpectedAnswer.Success);
            if (await Provisioning.PrepareAsync(context, limited.Token) is { } note)
            {
                Note(note);
            }
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested)
        {
            // The loop below does not begin.
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException)
        {
            Note($"could not be put in place: {failure.Message}");
        }

        var player = new ActionPlayer(run, user);
        var pause = ThinkingTime();
        foreach (var planned in profile.Actions)
        {
            if (run.Stop.Token.IsCancellationRequested)
            {
                return;
            }

            if (over.IsCancellationRequested)
            {
                Add(new(planned.Number, planned.Type, OutcomeKind.Skipped, "the session's time was over", run.Time.GetUtcNow(), TimeSpan.Zero, []) { Skip = SkipCause.TimeOver });
                continue;
            }

            run.Watch.ActionStarts(user.Name, planned.Number, planned.Type);
            Add(await player.PlayAsync(planned, visitor, profile.Actions, outcomes, limited.Token));
            await PauseAsync(pause, limited.Token);
        }
    }

    private async Task PlayChaosAsync()
    {
        foreach (var (planned, index) in Chaos.Select((planned, index) => (planned, index)))
        {
            if (run.Stop.Token.IsCancellationRequested)
            {
                return;
            }

            var number = profile.Actions.Count + index + 1;
            run.Watch.ActionStarts(user.Name, number, planned.Act.Label);
            Add(await new ChaosPlayer(run, user).PlayAsync(planned, number, run.Stop.Token));
        }
    }

    private void Note(string note)
    {
        notes.Add(note);
        run.Watch.Say($"{user.Name}: {note}");
        run.Log.Write(user.Name, note);
    }

    private void Add(ActionOutcome outcome)
    {
        outcomes.Add(outcome);
        run.Log.Write(user.Name, $"{outcome.Number} {outcome.Type}: {outcome.Kind}{(outcome.Reason is { } reason ? $" ({reason})" : "")}");
        run.Watch.ActionEnds(user.Name, outcome);
    }

    /// <summary>In real time, the pauses make the session as long as the person's sessions are.</summary>
    private TimeSpan ThinkingTime()
    {
        var (least, most) = profile.Persona.SessionMinutes ?? (5, 15);
        var minutes = (double)least + (user.Random.NextDouble() * (double)(most - least));
        return run.Settings.MaxSpeed ? TimeSpan.Zero : TimeSpan.FromMinutes(minutes / Math.Max(1, profile.Actions.Count));
    }

    private async Task PauseAsync(TimeSpan pause, CancellationToken cancellation)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause * (0.5 + user.Random.NextDouble()), run.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
