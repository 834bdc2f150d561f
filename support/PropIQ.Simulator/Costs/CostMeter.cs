using PropIQ.Client.Contract;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Costs;

/// <summary>What one user has cost, in dollars, unrounded: the tokens that answers name, and charges that succeeded.</summary>
internal sealed class CostMeter(Prices prices)
{
    /// <summary>Where an answer names no tokens: the guide's estimate.</summary>
    public const int EstimatedInput = 500;

    /// <summary>Where an answer names no tokens: the guide's estimate.</summary>
    public const int EstimatedOutput = 1_500;

    /// <summary>Stripe's fixed part of a fee, in dollars.</summary>
    public const decimal FixedFee = 0.30m;

    private readonly Lock gate = new();
    private readonly List<decimal> charges = [];

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>How many analyses named no tokens and are counted by the estimate.</summary>
    public int Estimates { get; private set; }

    /// <summary>The amounts that were charged.</summary>
    public IReadOnlyList<decimal> Charges
    {
        get
        {
            lock (gate)
            {
                return [.. charges];
            }
        }
    }

    public decimal OpenAi => OpenAiCost(prices, InputTokens, OutputTokens);

    public decimal StripeFees => Charges.Sum(charge => Fee(prices, charge));

    public decimal Total => OpenAi + StripeFees;

    public static decimal OpenAiCost(Prices prices, long input, long output) =>
        (input * prices.InputPerThousand / 1000m) + (output * prices.OutputPerThousand / 1000m);

    /// <summary>Stripe's fee for a charge: 2.9 % and $0.30 unless the profile says otherwise.</summary>
    public static decimal Fee(Prices prices, decimal amount) => (amount * prices.StripeRate) + FixedFee;

    /// <summary>A charge succeeded.</summary>
    public void Charge(decimal amount)
    {
        lock (gate)
        {
            charges.Add(amount);
        }
    }

    /// <summary>Counts what an answer says was used. A duplicate's answer speaks of tokens that were used before.</summary>
    public void Note(CallRecord call)
    {
        if (!call.Succeeded)
        {
            return;
        }

        lock (gate)
        {
            switch (call.Value)
            {
                case Analysis { Duplicate: not true } analysis when call.Endpoint == "/propiq/analyze":
                    var estimated = analysis.Tokens is not { Input: not null, Output: not null };
                    Estimates += estimated ? 1 : 0;
                    Use(estimated ? EstimatedInput : analysis.Tokens!.Input!.Value, estimated ? EstimatedOutput : analysis.Tokens!.Output!.Value);
                    break;
                case ChatReply { Tokens: { ValueKind: System.Text.Json.JsonValueKind.Object } tokens }:
                    Use(Whole(tokens, "input"), Whole(tokens, "output"));
                    break;
            }
        }
    }

    private void Use(long input, long output)
    {
        InputTokens += input;
        OutputTokens += output;
    }

    private static long Whole(System.Text.Json.JsonElement tokens, string name) =>
        tokens.TryGetProperty(name, out var value) && value.ValueKind == System.Text.Json.JsonValueKind.Number && value.TryGetInt64(out var count) ? count : 0;
}
