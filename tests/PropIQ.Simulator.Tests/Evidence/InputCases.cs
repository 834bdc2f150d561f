using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class InputCases
{
    private const string Abroad = "10 Downing Street, London SW1A 2AA, United Kingdom";
    private const string Accented = "12 Café Résidence, Austin, TX 78701";

    public static readonly Deal Commercial = new(1_000_000, 30, 6, 9_000, PropertyType: "commercial");

    public static readonly Dictionary<string, Case> All = new()
    {
        ["invalid_property_address_empty"] = new(
            Story.Of(Story.Refused(422, "invalid_address", Story.Property("  "))),
            Story.Of(Story.Refused(422, "invalid_address", Story.Property("1 Main St, Austin, TX 7870"))),
            Story.Of(Story.Refused(422, "invalid_price", Story.Property("")))),
        ["invalid_property_address_typo"] = new(
            Story.Of(Story.Refused(422, "invalid_address", Story.Property("1 Main St, Austin, TX 7870"), detail: "A ZIP code has five digits.")),
            Story.Of(Story.Refused(422, "invalid_address", Story.Property(""))),
            Story.Of(Story.Refused(422, "invalid_address", Story.Property(new string('a', 501)))),
            Story.Of(Story.Analysed(Story.Property("1 Main St, Austin, TX 7870"))))
        {
            Also = [Story.Of(Story.Refused(422, "invalid_address", Story.Property(new string('a', 500))))],
        },
        ["international_address"] = new(
            Story.Of(Story.Analysed(Story.Property(Abroad), made => made with { Coverage = "limited" })),
            Story.Of(Story.Analysed(Story.Property(Abroad), made => made with { Coverage = "full" })),
            Story.Of(Story.Analysed(Story.Property(), made => made with { Coverage = "limited" }))),
        ["unicode_special_characters_address"] = new(
            Story.Of(Story.Analysed(Story.Property(Accented))),
            Story.Of(Story.Analysed(Story.Property(Accented), made => made with { Address = "12 CafÃ© RÃ©sidence, Austin, TX 78701" })),
            Story.Of(Story.Analysed(Story.Property("12 Main St\u007f, Austin, TX 78701"))),
            Story.Of(Story.Analysed(Story.Property()))),
        ["negative_purchase_price"] = new(
            Story.Of(Story.Refused(422, "invalid_price", Story.Property(price: -1))),
            Story.Of(Story.Refused(422, "invalid_price", Story.Property(price: 0))),
            Story.Of(Story.Refused(422, "invalid_price", Story.Property(price: 200_000_000))),
            Story.Of(Story.Analysed(Story.Property(price: -1)))),
        ["calculator_division_by_zero"] = new(
            Story.Of(Refused(new Deal(0, 20, 6, 0))),
            Story.Of(Refused(new Deal(100_000, 120, 6, 900))),
            Story.Of(Figured(new Deal(100_000, 20, 6, 0), 1_200, null)))
        {
            Also =
            [
                Story.Of(Refused(new Deal(0, 20, 6, 900))),
                Story.Of(Refused(new Deal(100_000, 20, 6, 0))),
                Story.Of(Refused(new Deal(100_000, 20, 6, 900, LoanTermYears: 0))),
                Story.Of(Refused(new Deal(100_000, 0, 6, 900))),
            ],
        },
        ["extremely_large_property_value_15M"] = Priced(15_000_000, 14_999_999),
        ["high_property_values_800k_plus"] = Priced(850_000, 799_999, 1_000_000),
        ["high_value_properties_1M_plus"] = Priced(1_000_000, 999_999, 15_000_000),
        ["openai_token_limit_exceeded"] = new(
            Story.Of(Story.Refused(413, "payload_too_large", Story.Property(description: new string('a', 10_001)))),
            Story.Of(Story.Refused(413, "payload_too_large", Story.Property(description: new string('a', 10_000)))),
            Story.Of(Story.Refused(503, "ai_unavailable", Story.Property(description: new string('a', 10_001))))),
        ["duplicate_analysis_submission"] = new(
            Story.Of(Story.Analysed(Story.Property(), at: 1), Story.Analysed(Story.Property(), made => made with { AnalysisId = "a-1", Duplicate = true }, at: 1.1)),
            Story.Of(Story.Analysed(Story.Property(), at: 1), Story.Analysed(Story.Property(), made => made with { AnalysisId = "a-9", Duplicate = true }, at: 1.1)),
            Story.Of(Story.Analysed(Story.Property(), at: 1), Story.Analysed(Story.Property(), at: 1.1))),
        ["california_property_tax_calculations"] = new(
            Story.Of(Figured(new Deal(800_000, 20, 6, 4_000, State: "CA"), 10_000, null)),
            Story.Of(Figured(new Deal(800_000, 20, 6, 4_000, State: "CA"), 9_600, null)),
            Story.Of(Figured(new Deal(800_000, 20, 6, 4_000, State: "TX"), 10_000, null)),
            Story.Of(Figured(new Deal(800_000, 20, 6, 4_000, State: "CA", AnnualPropertyTax: 10_000), 10_000, null)))
        {
            Also = [Story.Of(Figured(new Deal(800_000, 20, 6, 4_000, State: "California"), 10_000, null))],
        },
        ["commercial_property_calculations"] = new(
            Story.Of(Figured(Commercial, 12_000, true, 1.4m)),
            Story.Of(Figured(Commercial, 12_000, null, 1.4m)),
            Story.Of(Figured(Commercial, 12_000, true, 1.1m)),
            Story.Of(Figured(Commercial, 12_000, false, 1.4m)),
            Story.Of(Figured(Commercial, 12_000, true, 1.245m)),
            Story.Of(Figured(Commercial, 12_000, false, 1.255m)),
            Story.Of(Figured(new Deal(1_000_000, 30, 6, 9_000), 12_000, true, 1.4m)))
        {
            // Between 1.245 and 1.255 the figure was rounded, and either may be true.
            Also =
            [
                Story.Of(Figured(Commercial, 12_000, false, 1.1m)),
                Story.Of(Figured(Commercial, 12_000, true, 1.246m)),
                Story.Of(Figured(Commercial, 12_000, false, 1.254m)),
                Story.Of(Figured(Commercial, 12_000, true)),
            ],
        },
    };

    private static Case Priced(decimal inside, params decimal[] outside) => new(
        Story.Of(Story.Analysed(Story.Property(price: inside))),
        [
            .. outside.Select(price => Story.Of(Story.Analysed(Story.Property(price: price)))),
            Story.Of(Story.Refused(422, "invalid_price", Story.Property(price: inside))),
            Story.Of(Story.Analysed(Story.Property(price: inside), made => made with { PurchasePrice = 1 })),
        ]);

    private static CallRecord Refused(Deal deal) => Story.Refused(422, "invalid_calculator_input", deal, endpoint: "/propiq/calculator");

    public static CallRecord Figured(Deal deal, decimal tax, bool? lender, decimal? dscr = null) => Story.Answered(
        "/propiq/calculator",
        new DealFigures(1, 1, 1, 1, 1, 1, 1, 1, dscr, 1, 1, 1, tax, 50, "Fair", lender),
        deal);
}
