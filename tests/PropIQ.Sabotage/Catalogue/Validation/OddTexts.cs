using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Validation;

/// <summary>Characters and endings that few people type are taken for something else.</summary>
internal static partial class OddTexts
{
    private static readonly string[] Empty = ["invalid_property_address_empty"];
    private static readonly string[] Typo = ["invalid_property_address_typo"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("old_control_characters_analysed", "Control characters beyond ASCII are kept in an address.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: false } && real.Read(OldControls().Replace(raw ?? "", "")) is { IsAccepted: true } reading
                ? AddressReading.Accepted(raw!.Normalize().Trim(), reading.Coverage)
                : real.Read(raw)),
        },
        new("lone_surrogates_analysed", "Half a character in an address is analysed as a replacement character.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = host => host.Intercept("/propiq/analyze", (context, real) =>
            {
                if (context.Features.Get<JsonBody>()?.Text("address").IsWrong == true && context.Features.Get<RawBody>() is { } raw)
                {
                    context.Features.Set(BodyReader.Parse(Encoding.UTF8.GetBytes(Halves().Replace(Encoding.UTF8.GetString(raw.Bytes.Span), @"\ufffd"))));
                }

                return real(context);
            }),
        },
        new("nine_digits_are_a_zip", "Nine digits without their dash are taken for a ZIP code.")
        {
            Cases = Typo,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: false } && NineDigits().IsMatch(raw ?? "") ? AddressReading.Accepted(raw!.Normalize().Trim(), Coverage.Full) : real.Read(raw)),
        },
        new("usa_at_the_end_is_overlooked", "An address that ends with the country is said to be covered as if it ended with its ZIP code.")
        {
            Cases = Typo,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading && real.Read(Country().Replace(raw!.Trim(), "")) is { Coverage: Coverage.Full }
                ? AddressReading.Accepted(reading.Address, Coverage.Full)
                : real.Read(raw)),
        },
        new("description_counted_in_halves", "Characters beyond the first 65,536 count twice in a description.")
        {
            Cases = ["openai_token_limit_exceeded"],
            Clauses = ["3.4"],
            Host = host => host.Intercept("/propiq/analyze", (context, real) => context.Features.Get<JsonBody>()?.Text("description").Value?.Length > DescriptionRules.MaximumLength
                ? throw new Refusal(413, "payload_too_large", "The description is longer than 10,000 characters.")
                : real(context)),
        },
        new("capital_is_abroad", "Washington, DC, is said to be as little known as Berlin.")
        {
            Cases = ["coverage_says_how_much_is_known"],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } read && Capital().IsMatch(read.Address) ? AddressReading.Accepted(read.Address, Coverage.Limited) : real.Read(raw)),
        },
    ];

    private static Action<IServiceCollection> Reading(Func<IAddressRules, string?, AddressReading> instead) =>
        host => host.Twist<IAddressRules>(nameof(IAddressRules.Read), real => (string? raw) => instead(real, raw));

    [GeneratedRegex("[\u007f-\u009f]")]
    private static partial Regex OldControls();

    [GeneratedRegex(@"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")]
    private static partial Regex Halves();

    [GeneratedRegex(@",\s*[A-Z]{2}\s+\d{9}\s*$")]
    private static partial Regex NineDigits();

    [GeneratedRegex(@",\s*(USA|US|United States)$", RegexOptions.IgnoreCase)]
    private static partial Regex Country();

    [GeneratedRegex(@",\s*DC\s+\d{5}(-\d{4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Capital();
}
