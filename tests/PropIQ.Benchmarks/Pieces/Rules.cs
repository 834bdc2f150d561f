using System.Text;
using BenchmarkDotNet.Attributes;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Calculator;
using PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;

namespace PropIQ.Benchmarks.Pieces;

/// <summary>The reference API's rules that are met most often.</summary>
[MemoryDiagnoser]
public class Rules
{
    private static readonly DateTimeOffset Now = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DealInput Deal = new() { PurchasePrice = 250_000m, DownPaymentPercent = 20m, InterestRate = 6.5m, MonthlyRent = 2_200m, State = "TX" };
    private readonly DealFormulas formulas = new(new Assumptions(), new AnnuityPayment());
    private readonly WebhookSignature signature = new("whsec_benchmark", new SignatureTolerance());
    private readonly AddressRules addresses = new();
    private readonly byte[] body = Encoding.UTF8.GetBytes(new string('x', 2_000));
    private string header = "";

    /// <summary>Signs the body.</summary>
    [GlobalSetup]
    public void Sign() => header = $"t={Now.ToUnixTimeSeconds()},v1={StripeSignature.Sign("whsec_benchmark", $"{Now.ToUnixTimeSeconds()}", body)}";

    /// <summary>A deal worked out (contract, 4.3).</summary>
    [Benchmark]
    public DealFigures WorkOutADeal() => formulas.Of(Deal);

    /// <summary>A webhook of 2 kB checked (contract, 5.5).</summary>
    [Benchmark]
    public bool CheckASignature() => signature.IsGenuine(header, body, Now);

    /// <summary>An address read and judged (contract, 3.3).</summary>
    [Benchmark]
    public AddressReading ReadAnAddress() => addresses.Read("12 Elm St, Austin, TX 78701");
}
