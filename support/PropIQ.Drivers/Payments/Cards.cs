namespace PropIQ.Drivers.Payments;

/// <summary>Stripe's published test cards, by what features call them.</summary>
public static class Cards
{
    private static readonly Dictionary<string, string> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a good card"] = "4242424242424242",
        ["a declined card"] = "4000000000000002",
        ["a card without funds"] = "4000000000009995",
        ["an expired card"] = "4000000000000069",
        ["a card with a wrong security code"] = "4000000000000127",
        ["a card that cannot be processed"] = "4000000000000119",
        ["a card that fails later"] = "4000000000000341",
        ["a card that asks for authentication"] = "4000002500003155",
    };

    /// <summary>The number behind a name.</summary>
    public static string Number(string name) => Numbers.TryGetValue(name, out var number)
        ? number
        : throw new ArgumentException($"No test card is called \"{name}\". Known: {string.Join(", ", Numbers.Keys)}.");
}
