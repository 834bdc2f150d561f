using System.Globalization;
using System.Text.Json;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Analyses;

/// <summary>What analyses must have come to.</summary>
public sealed class AnalysisChecks(AnalysisDriver analyses, HistoryDriver history, AccountDriver accounts, TimeDriver time)
{
    // What PropIQ waits for the AI is 10 s at most, or as little as it is set to for tests, and as much more as a busy machine may need.
    private static readonly (TimeSpan Least, TimeSpan Most) Patience = (TimeSpan.FromSeconds(3.5), TimeSpan.FromSeconds(13));

    /// <summary>The newest analysis worked; gives it.</summary>
    public Analysis LastShouldHaveWorked(Actor actor) => actor.Journal.LastOf<Analysis>().ShouldSucceed();

    /// <summary>The newest analysis worked, and no collaborator's trouble was a reason to wait.</summary>
    public void LastShouldHaveWorkedAtOnce(Actor actor)
    {
        LastShouldHaveWorked(actor);
        var took = actor.Journal.LastOf<Analysis>().Exchange.Duration;
        Verdict.That(took < Promptness.AtOnce, $"{actor} should get the analysis at once, but it took {took.TotalSeconds:0.0} s");
    }

    /// <summary>The newest analysis was given up neither at once nor long after PropIQ waits for the AI (contract, 3.8).</summary>
    public void LastShouldHaveBeenGivenUpInTime(Actor actor)
    {
        var took = actor.Journal.LastOf<Analysis>().Exchange.Duration;
        Verdict.That(took >= Patience.Least && took <= Patience.Most, $"{actor} should be told of the AI's silence after its 10 s, but was after {took.TotalSeconds:0.0} s");
    }

    /// <summary>All of the newest <paramref name="count"/> analyses worked, each an analysis of its own.</summary>
    public void ShouldHaveWorked(Actor actor, int count)
    {
        var attempts = actor.Journal.Of<Analysis>().TakeLast(count).ToList();
        Verdict.That(attempts.Count == count, $"{actor} was to analyse {count} properties, but tried {attempts.Count}");
        var ids = attempts.Select(attempt => Verdict.Given(attempt.ShouldSucceed().AnalysisId, "the analysis's id")).Distinct().Count();
        Verdict.That(ids == count, $"{actor}'s {count} analyses should be {count} different ones, but are {ids}");
    }

    /// <summary>The newest analysis carries a warning, in exactly these words.</summary>
    public void ShouldWarn(Actor actor, string sentence)
    {
        var warning = LastShouldHaveWorked(actor).Warning;
        Verdict.That(warning == sentence, $"{actor} should be warned \"{sentence}\", but {(warning is null ? "is not warned" : $"reads \"{warning}\"")}");
    }

    /// <summary>The newest analysis carries its count, and no warning.</summary>
    public void ShouldNotWarn(Actor actor)
    {
        var analysis = LastShouldHaveWorked(actor);
        Verdict.That(analysis.Usage?.Used > 0, $"{actor} should be told with the analysis how many are used, but reads {analysis.Usage?.Used?.ToString(CultureInfo.InvariantCulture) ?? "nothing of it"}");
        Verdict.That(analysis.Warning is null, $"{actor} should not be warned yet, but reads \"{analysis.Warning}\"");
    }

    /// <summary>Of the analyses that the person made, the newest carried these warnings, one each, in this order.</summary>
    public void ShouldHaveWarned(Actor actor, IReadOnlyList<string> sentences)
    {
        var warnings = Warnings(actor, sentences.Count);
        Verdict.That(
            warnings.SequenceEqual(sentences),
            $"{actor} should be warned \"{string.Join("\", \"", sentences)}\", but reads \"{string.Join("\", \"", warnings)}\"");
    }

    /// <summary>The newest analyses carried these warnings, one each, in whatever order.</summary>
    public void ShouldHaveWarnedInAnyOrder(Actor actor, IReadOnlyList<string> sentences)
    {
        var warnings = Warnings(actor, sentences.Count);
        Verdict.That(
            warnings.Order(StringComparer.Ordinal).SequenceEqual(sentences.Order(StringComparer.Ordinal)),
            $"{actor} should be warned, one way round or the other, \"{string.Join("\" and \"", sentences)}\", but reads \"{string.Join("\" and \"", warnings)}\"");
    }

    /// <summary>The newest analysis says, with its result, how many are used now, and agrees with the profile.</summary>
    public async Task ShouldCountAsync(Actor actor, int used, int limit, CancellationToken cancellationToken)
    {
        var usage = actor.Journal.LastOf<Analysis>().ShouldBeWhole().Usage!;
        Verdict.That(
            usage.Used == used && usage.Limit == limit && usage.Remaining == limit - used,
            $"{actor}'s analysis should count as {used} of {limit}, but says {usage.Used} of {usage.Limit} with {usage.Remaining} left");
        var reset = (await accounts.ProfileAsync(actor, cancellationToken)).Usage?.ResetsAt;
        Verdict.That(usage.ResetsAt == reset, $"{actor}'s analysis should say that the count starts anew at {reset:u}, as the profile does, but says {usage.ResetsAt:u}");
    }

    /// <summary>The newest analysis, as answered and as kept, has the address, type and price that were asked for; it was made now, and is kept as answered.</summary>
    public async Task ShouldKeepWhatWasAskedAsync(Actor actor, CancellationToken cancellationToken)
    {
        var asked = analyses.AskedBy(actor);
        var answered = actor.Journal.LastOf<Analysis>().ShouldBeWhole();
        var made = answered.CreatedAt!.Value;
        Verdict.That(await time.IsJustNowAsync(actor, made, cancellationToken), $"{actor}'s analysis should be made just now, but says {made:u}");
        var kept = (await history.OpenAsync(actor, answered.AnalysisId!, cancellationToken)).ShouldBeWholeAsKept();
        Verdict.That(kept.AnalysisId == answered.AnalysisId, $"{actor} should be given the analysis {answered.AnalysisId}, but is given {kept.AnalysisId}");
        foreach (var analysis in (Analysis[])[answered, kept])
        {
            Verdict.That(analysis.Address == asked.Address, $"{actor}'s analysis should be of \"{asked.Address}\", but is of \"{analysis.Address}\"");
            Verdict.That(
                analysis.PropertyType == (asked.PropertyType ?? "single_family") && analysis.PurchasePrice == asked.PurchasePrice,
                $"{actor}'s analysis should be of a {asked.PropertyType ?? "single_family"} for {asked.PurchasePrice:C2}, but is of a {analysis.PropertyType} for {analysis.PurchasePrice:C2}");
            Verdict.That(analysis.Metrics is { ValueKind: JsonValueKind.Object }, $"{actor}'s analysis should have metrics, each with its name, but has {analysis.Metrics}");
        }

        var difference = JsonElement.DeepEquals(kept.Metrics!.Value, answered.Metrics!.Value) ? Likeness.Difference(kept, answered) : $"its metrics as {kept.Metrics} instead of {answered.Metrics}";
        Verdict.That(difference is null, $"{actor}'s analysis should be kept as it was answered, but is kept with {difference}");
    }

    /// <summary>Of the newest batch, exactly so many worked, each an analysis of its own; gives them.</summary>
    public IReadOnlyList<Analysis> ExactlyShouldHaveWorked(Actor actor, int count)
    {
        var batch = Batch(actor);
        var worked = batch.Where(attempt => attempt.Succeeded).Select(attempt => attempt.Answer.Value!).ToList();
        Verdict.That(
            worked.Count == count,
            $"exactly {count} of {actor}'s {batch.Count} requests should have been analysed, but {worked.Count} were ({Outcomes(batch)})");
        var mixedUp = batch.FirstOrDefault(attempt => attempt.Succeeded && attempt.What != AnalysisDriver.What(attempt.Answer.Value!.Address));
        Verdict.That(mixedUp is null, $"{actor}'s request to {mixedUp?.What} should be answered for that property, but is for \"{mixedUp?.Answer.Value?.Address}\"");
        var different = worked.Select(analysis => Verdict.Given(analysis.AnalysisId, "the analysis's id")).Distinct().Count();
        Verdict.That(different == count, $"{actor}'s {count} analyses should be {count} different ones, but are {different}");
        return worked;
    }

    /// <summary>Of the newest batch, exactly so many were refused, all for this reason.</summary>
    public void ExactlyShouldBeRefused(Actor actor, int count, KnownRefusal refusal)
    {
        var batch = Batch(actor);
        var refused = batch.Where(attempt => !attempt.Succeeded).ToList();
        Verdict.That(
            refused.Count == count,
            $"exactly {count} of {actor}'s {batch.Count} requests should have been refused, but {refused.Count} were ({Outcomes(batch)})");
        refused.ForEach(attempt => refusal.ShouldBeTheOutcomeOf(actor.Name, attempt));
    }

    private static List<string> Warnings(Actor actor, int newest) =>
        [.. actor.Journal.Of<Analysis>().TakeLast(newest).Select(attempt => attempt.ShouldSucceed().Warning ?? "nothing")];

    private static List<Attempt<Analysis>> Batch(Actor actor)
    {
        var batch = actor.Journal.LastBatch.OfType<Attempt<Analysis>>().ToList();
        return batch.Count > 0 ? batch : throw new InvalidOperationException($"{actor} submitted nothing together: a When is missing.");
    }

    private static string Outcomes(IEnumerable<IAttempt> batch) =>
        string.Join("; ", batch.GroupBy(attempt => attempt.Outcome).Select(group => $"{group.Count()} × {group.Key}"));
}
