using System.Diagnostics;
using System.Text;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Targets;

namespace PropIQ.Drivers.Analyses;

/// <summary>The same property submitted again, and whether that was one analysis or several (contract, 3.7).</summary>
public sealed class DuplicateDriver(AnalysisDriver analyses, InFlightDriver inFlight, AccountDriver accounts, TimeDriver time)
{
    private const int LooksMeanwhile = 2;

    // Well within the second in which a repetition counts as one.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.8);

    /// <summary>Submits one address and then another, with so much time on the person's clock in between.</summary>
    public async Task SubmitApartAsync(Actor actor, string first, string second, TimeSpan gap, CancellationToken cancellationToken)
    {
        if (!time.CanMoveClocks && gap == TimeSpan.Zero)
        {
            await SubmitAtOnceAsync(actor, first, second, cancellationToken);
            return;
        }

        await time.FreezeAsync(actor, cancellationToken);
        await analyses.AnalyzeAsync(actor, first, cancellationToken);
        await time.PassAsync(actor, gap, cancellationToken);
        await analyses.AnalyzeAsync(actor, second, cancellationToken);
    }

    // Real time passes here: what took too long to be "at once" shows nothing.
    private async Task SubmitAtOnceAsync(Actor actor, string first, string second, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        await analyses.AnalyzeAsync(actor, first, cancellationToken);
        var again = await analyses.AnalyzeAsync(actor, second, cancellationToken);
        if (Stopwatch.GetElapsedTime(since) - again.Exchange.Duration > AtOnce)
        {
            throw new MissingCapabilityException(Capability.Clock);
        }
    }

    /// <summary>Submits one address again and again, with so much time on the person's clock in between.</summary>
    public async Task SubmitInARowAsync(Actor actor, string address, int times, TimeSpan gap, CancellationToken cancellationToken)
    {
        await time.FreezeAsync(actor, cancellationToken);
        for (var submitted = 0; submitted < times; submitted++)
        {
            await analyses.AnalyzeAsync(actor, address, cancellationToken);
            await time.PassAsync(actor, gap, cancellationToken);
        }
    }

    /// <summary>Submits one address on one device and, within the same second, on another.</summary>
    public async Task SubmitOnBothAsync(Actor actor, string address, string device, string other, CancellationToken cancellationToken)
    {
        await time.FreezeAsync(actor, cancellationToken);
        foreach (var each in (string[])[device, other])
        {
            actor.Take(each);
            await analyses.AnalyzeAsync(actor, address, cancellationToken);
        }
    }

    /// <summary>Submits the same address several times at the same moment, as an impatient finger does.</summary>
    public async Task SubmitTogetherAsync(Actor actor, string address, int times, CancellationToken cancellationToken)
    {
        if (time.CanMoveClocks)
        {
            await time.FreezeAsync(actor, cancellationToken);
        }

        await analyses.AnalyzeTogetherAsync(
            actor, [.. Enumerable.Repeat(new PropertyToAnalyze(address), times)], overlapping: 1, cancellationToken);
    }

    /// <summary>Submits an address again, so much later, while the AI is still at work on it; then the AI answers.</summary>
    public async Task SubmitMeanwhileAsync(Actor actor, string address, TimeSpan later, CancellationToken cancellationToken)
    {
        await time.PassAsync(actor, later, cancellationToken);
        var again = analyses.AnalyzeAsync(actor, address, cancellationToken);

        // Answers to questions that were asked after it tell that it has arrived.
        for (var look = 0; look < LooksMeanwhile; look++)
        {
            await accounts.ProfileAsync(actor, cancellationToken);
        }

        await inFlight.FinishAsync(actor, cancellationToken);
        await again;
    }

    /// <summary>The newest so many submissions were one analysis: one was it, the others are marked as repeating it.</summary>
    public void ShouldBeOne(Actor actor, int submissions)
    {
        var answers = Newest(actor, submissions);
        var ids = answers.Select(answer => answer.AnalysisId).Distinct().ToList();
        Verdict.That(
            ids.Count == 1 && ids[0] is not null,
            $"{actor}'s {submissions} submissions should be one analysis, but are {ids.Count}");
        var marked = answers.Count(answer => answer.Duplicate == true);
        Verdict.That(
            marked == submissions - 1,
            $"of {actor}'s {submissions} submissions all but one should be marked as repetitions, but {marked} are");
        Verdict.That(answers.All(answer => answer.IsMadeWith(answers[0])), $"{actor}'s {submissions} submissions should be answered as made at one time, but are not");
        var said = answers.Select(Said).Distinct().ToList();
        Verdict.That(said.Count == 1, $"{actor} should get the same answer to each of the {submissions} submissions, but gets {string.Join(" and ", said)}");
    }

    /// <summary>The newest so many submissions were analyses of their own, none marked.</summary>
    public void ShouldBeDifferent(Actor actor, int submissions)
    {
        var answers = Newest(actor, submissions);
        var ids = answers.Select(answer => answer.AnalysisId).Distinct().Count();
        Verdict.That(ids == submissions, $"{actor}'s {submissions} submissions should be {submissions} analyses, but are {ids}");
        ShouldBeUnmarked(actor, answers);
    }

    /// <summary>The newest submission is an analysis of its own; the one before it failed.</summary>
    public void ShouldBeFirstAfterFailure(Actor actor)
    {
        var before = actor.Journal.Of<Analysis>()[^2];
        Verdict.That(!before.Succeeded, $"{actor}'s first try should have failed, but {before.Outcome}");
        ShouldBeUnmarked(actor, Newest(actor, 1));
    }

    /// <summary>Two people's newest analyses are each their own.</summary>
    public void ShouldBelongToEach(Actor one, Actor other)
    {
        Analysis[] answers = [.. Newest(one, 1), .. Newest(other, 1)];
        Verdict.That(answers[0].AnalysisId != answers[1].AnalysisId, $"{one} and {other} should each get an analysis, but share one");
        ShouldBeUnmarked(other, answers);
    }

    /// <summary>An address in another spelling that means the same.</summary>
    public static string Respell(string address, string how) => how switch
    {
        "in capitals" => address.ToUpperInvariant(),
        "in small letters" => address.ToLowerInvariant(),
        "with spaces around it" => $"  {address}\u00A0 ",
        "with its accents typed separately" => address.Normalize(NormalizationForm.FormD),
        _ => throw new ArgumentException($"No spelling \"{how}\" is known."),
    };

    private static List<Analysis> Newest(Actor actor, int count)
    {
        var attempts = actor.Journal.Of<Analysis>().TakeLast(count).ToList();
        Verdict.That(attempts.Count == count, $"{actor} was to submit {count} times, but did so {attempts.Count} times");
        return [.. attempts.Select(attempt => attempt.ShouldSucceed())];
    }

    // All but the mark of a repetition: the others answer as the first did (contract, 3.7). Times are compared to the second.
    private static Analysis Said(Analysis answer) => answer with { Duplicate = null, Metrics = null, CreatedAt = null, CostUsd = answer.CostUsd.Exact() };

    private static void ShouldBeUnmarked(Actor actor, IEnumerable<Analysis> answers) => Verdict.That(
        answers.All(answer => answer.Duplicate == false),
        $"none of {actor}'s analyses should be marked as a repetition, but one is");
}
