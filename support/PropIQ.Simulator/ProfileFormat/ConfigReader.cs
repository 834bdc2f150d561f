namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Reads <c>simulation_config</c>.</summary>
internal static class ConfigReader
{
    public static SimulationConfig Read(Section? section)
    {
        if (section is null)
        {
            return new(null, null, true, false, null, true, Prices.Contract);
        }

        var config = new SimulationConfig(
            section.Text("environment"),
            section.Text("base_url"),
            section.Flag("max_speed") ?? false,
            section.Word("log_level", "detailed", "summary") == "summary",
            Durations.Read(section, "session_duration"),
            section.Flag("unique_emails") ?? true,
            ReadPrices(section.Under("cost_tracking")));
        Monitoring(section.Under("monitoring"));
        section.Done();
        return config;
    }

    private static Prices ReadPrices(Section? section)
    {
        if (section is null)
        {
            return Prices.Contract;
        }

        var model = section.Under("azure_openai_gpt4o_mini");
        var prices = new Prices(
            model?.Number("input_tokens") ?? Prices.Contract.InputPerThousand,
            model?.Number("output_tokens") ?? Prices.Contract.OutputPerThousand,
            section.Number("stripe_transaction_fee") ?? Prices.Contract.StripeRate);
        model?.Done();
        section.Done();
        return prices;
    }

    private static void Monitoring(Section? section)
    {
        section?.Ignore("weights_biases", "microsoft_clarity", "slack_notifications", "sentry_errors");
        section?.Done();
    }
}
