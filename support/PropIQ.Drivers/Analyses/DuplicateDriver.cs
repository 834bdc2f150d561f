using System.Diagnostics;
using System.Text;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;
using PropIQ.Targets;

namespace PropIQ.Drivers.Analyses;

/// <summary>The same property submitted again: at once, a little later, from elsewhere (contract, 3.7).</summary>
public sealed class DuplicateDriver(AnalysisDriver analyses, InFlightDriver inFlight, AccountDriver accounts, TimeDriver time)
{
    // On a busy machine one or two may well overtake it.
    private const int LooksMeanwhile = 12;

    // Well within the second in which a repetition counts as one.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(0.8);

    /// <summary>Submits one address and then another, with so much time on the person's clock in between.</summary>
    public Task SubmitApartAsync(Actor actor, string first, string second, TimeSpan gap, CancellationToken cancellationToken) =>
        SubmitApartAsync(actor, new PropertyToAnalyze(first), new PropertyToAnalyze(second), gap, cancellationToken);

    /// <summary>Submits one address, and at once again for another price.</summary>
    public Task SubmitRepricedAsync(Actor actor, string address, decimal price, CancellationToken cancellationToken) =>
        SubmitApartAsync(actor, new PropertyToAnalyze(address), new PropertyToAnalyze(address, PurchasePrice: price), TimeSpan.Zero, cancellationToken);

    /// <summary>Submits one property and then another, or the same in another form, with so much time on the person's clock in between.</summary>
    public async Task SubmitApartAsync(Actor actor, PropertyToAnalyze first, PropertyToAnalyze second, TimeSpan gap, CancellationToken cancellationToken)
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
    private async Task SubmitAtOnceAsync(Actor actor, PropertyToAnalyze first, PropertyToAnalyze second, CancellationToken cancellationToken)
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

    /// <summary>An address in another spelling that means the same.</summary>
    public static string Respell(string address, string how) => how switch
    {
        "in capitals" => address.ToUpperInvariant(),
        "in small letters" => address.ToLowerInvariant(),
        "with spaces around it" => $"  {address}\u00A0 ",
        "with its accents typed separately" => address.Normalize(NormalizationForm.FormD),
        _ => throw new ArgumentException($"No spelling \"{how}\" is known."),
    };
}
