using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Costs;

/// <summary>What a run cost: users and hosting, exact, and in cents that add up.</summary>
internal sealed record CostBook(CostSection Section, IReadOnlyList<decimal> Users, decimal Hosting, IReadOnlyDictionary<string, decimal> Variables)
{
    public static CostBook Of(RunResult result)
    {
        var meters = result.Users.Select(user => user.User.Costs).ToList();
        var calls = result.Users.SelectMany(user => user.User.Calls).Where(call => !call.IsTesting).ToList();

        // A target that nobody reached has hosted nobody.
        var hosting = calls.Any(call => call.Status != 0) ? Costs.Hosting.PerRun(result.Run.Profile.Costs.HostingPerMonth) : 0m;
        var (openAi, fees) = (meters.Sum(meter => meter.OpenAi), meters.Sum(meter => meter.StripeFees));
        var total = openAi + fees + hosting;
        var section = new CostSection(
            meters.Sum(meter => meter.InputTokens),
            meters.Sum(meter => meter.OutputTokens),
            Money.Dollars(openAi),
            meters.Sum(meter => meter.Charges.Count),
            Money.Dollars(fees),
            Money.Dollars(total))
        {
            HostingCostUsd = Money.Dollars(hosting),
            ApiRequestsTotal = calls.Count,
            ApiRequestsByEndpoint = calls.GroupBy(call => call.Endpoint).OrderBy(endpoint => endpoint.Key, StringComparer.Ordinal).ToDictionary(endpoint => endpoint.Key, endpoint => endpoint.Count()),
            EstimatedAnalyses = meters.Sum(meter => meter.Estimates),
            AzureOpenaiCostExact = openAi,
            StripeFeesExact = fees,
            TotalCostExact = total,
        };
        var users = Money.AddingUpTo(Money.Cents(total) - hosting, [.. meters.Select(meter => meter.Total)]);
        return new(section, users, hosting, VariablesOf(section, hosting, result.Run.Profile.Costs));
    }

    /// <summary>What formulas and conditions may name. A metric's own calculation counts over what is measured under its name.</summary>
    private static Dictionary<string, decimal> VariablesOf(CostSection section, decimal hosting, CostTracking tracking)
    {
        var known = new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["input_tokens"] = section.AzureOpenaiInputTokens,
            ["output_tokens"] = section.AzureOpenaiOutputTokens,
            ["azure_openai_total_cost"] = section.AzureOpenaiCostExact,
            ["stripe_transactions"] = section.StripeTransactions,
            ["stripe_fees"] = section.StripeFeesExact,
            ["stripe_total_fees"] = section.StripeFeesExact,
            ["render_hosting_cost"] = hosting,
            ["supabase_database_cost"] = 0m,
            ["total_api_requests"] = section.ApiRequestsTotal,
            ["total_cost"] = section.TotalCostExact,
        };
        foreach (var metric in tracking.Metrics)
        {
            if (metric.Value is { } value && metric.Name != "render_hosting_cost")
            {
                known[metric.Name] = metric.Prorated == "monthly" ? Costs.Hosting.PerRun(value) : value;
            }

            if (metric.Calculation is { } formula)
            {
                try
                {
                    known[metric.Name] = Formula.Evaluate(formula, name => known.TryGetValue(name, out var found) ? found : null);
                }
                catch (FormatException)
                {
                    // Names what is not measured: shown without a value.
                }
            }
        }

        return known;
    }
}
