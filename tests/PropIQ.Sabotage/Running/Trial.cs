namespace PropIQ.Sabotage.Running;

/// <summary>One saboteur's run: how each scenario ended that was played against it.</summary>
/// <param name="Saboteur">Who was at work.</param>
/// <param name="Ends">The scenarios' ends, by id.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Trouble">Why nothing was found out; null when something was.</param>
internal sealed record Trial(Saboteur Saboteur, IReadOnlyDictionary<string, ScenarioEnd> Ends, TimeSpan Took, string? Trouble = null)
{
    /// <summary>With the ends of a second trial in place of the same scenarios' first ones.</summary>
    public Trial With(Trial second) =>
        this with { Ends = Ends.Where(end => !second.Ends.ContainsKey(end.Key)).Concat(second.Ends).ToDictionary(), Took = Took + second.Took };
}
