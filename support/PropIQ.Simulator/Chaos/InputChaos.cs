using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;

namespace PropIQ.Simulator.Chaos;

/// <summary>The same property is submitted twice at the same time.</summary>
[Chaos("duplicate_analysis_submission")]
internal sealed class DuplicateSubmissionChaos : ChaosScenario
{
    public override int ContractStatus => 200;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation);
        var property = new PropertyToAnalyze("22 Double Click Ln, Austin, TX 78701");
        var both = await Task.WhenAll(Analysing.OneAsync(user, property, cancellation), Analysing.OneAsync(user, property, cancellation));
        var made = both.Select(call => call.Value).OfType<Analysis>().ToList();
        if (made.Count == 2 && (made[0].AnalysisId != made[1].AnalysisId || made.Count(analysis => analysis.Duplicate == true) != 1))
        {
            user.Complain("two submissions at once should be one analysis and its duplicate.");
        }
    }
}

/// <summary>No address.</summary>
[Chaos("invalid_property_address_empty")]
internal sealed class EmptyAddressChaos : ChaosScenario
{
    public override int ContractStatus => 422;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation) =>
        await Analysing.OneAsync(await stage.StandInAsync(cancellation), new PropertyToAnalyze(""), cancellation);
}

/// <summary>An address abroad.</summary>
[Chaos("invalid_property_address_international")]
internal sealed class InternationalAddressChaos : ChaosScenario
{
    public override int ContractStatus => 200;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation) =>
        await Analysing.OneAsync(await stage.StandInAsync(cancellation), new PropertyToAnalyze("10 Downing Street, London SW1A 2AA, United Kingdom"), cancellation);
}

/// <summary>A price below zero.</summary>
[Chaos("negative_purchase_price")]
internal sealed class NegativePriceChaos : ChaosScenario
{
    public override int ContractStatus => 422;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation) =>
        await Analysing.OneAsync(await stage.StandInAsync(cancellation), new PropertyToAnalyze("1 Minus St, Austin, TX 78701", PurchasePrice: -250_000m), cancellation);
}

/// <summary>A deal without rent and price.</summary>
[Chaos("calculator_division_by_zero")]
internal sealed class DivisionByZeroChaos : ChaosScenario
{
    public override int ContractStatus => 422;

    public override async Task PlayAsync(ChaosStage stage, CancellationToken cancellation)
    {
        var user = await stage.StandInAsync(cancellation);
        var deal = new Deal(0, 20, 6.5m, 0);
        await user.JudgedAsync(deal, (client, _, stop) => client.CalculateAsync(deal, stop), cancellation);
    }
}
