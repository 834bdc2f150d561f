using System.Net;
using System.Text.RegularExpressions;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Validation;

/// <summary>Addresses are taken for what they are not.</summary>
internal static partial class Addresses
{
    private static readonly string[] Empty = ["invalid_property_address_empty"];
    private static readonly string[] Typo = ["invalid_property_address_typo"];
    private static readonly string[] Unicode = ["unicode_special_characters_address"];

    public static IReadOnlyList<Saboteur> All =>
    [
        new("blank_address_analysed", "An analysis of nothing is made and charged.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => raw is not null && raw.Trim().Length == 0 ? AddressReading.Accepted("?", Coverage.Limited) : real.Read(raw)),
        },
        new("address_of_501_analysed", "An address may have one character more than 500.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => Shortened(real, raw, 501)),
        },
        new("address_counted_in_halves", "Characters beyond the first 65,536 count twice.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => raw?.Normalize().Trim().Length > 500 ? AddressReading.Refused("The address is too long.") : real.Read(raw)),
        },
        new("address_counted_before_trimming", "Spaces around an address count.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => raw?.Length > 500 && raw.All(letter => letter < 256) ? AddressReading.Refused("The address is too long.") : real.Read(raw)),
        },
        new("control_characters_kept", "An address may have a line break or a null character in it.")
        {
            Cases = Empty,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => raw is not null && UnicodeText.HasControl(raw.Trim()) ? real.Read(string.Concat(raw.Where(letter => !char.IsControl(letter)))) : real.Read(raw)),
        },
        new("short_zip_analysed", "A ZIP code of four digits is taken for an address abroad.")
        {
            Cases = Typo,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: false } reading && FourDigits().IsMatch(raw ?? "") ? AddressReading.Accepted(raw!.Trim(), Coverage.Limited) : real.Read(raw)),
        },
        new("unknown_state_analysed", "A state that there is not is taken for one.")
        {
            Cases = Typo,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: false } && UnknownState().IsMatch(raw ?? "") ? AddressReading.Accepted(raw!.Trim(), Coverage.Full) : real.Read(raw)),
        },
        new("typo_not_named", "A mistyped address is sent back without a word on what is wrong.")
        {
            Cases = Typo,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: false } ? AddressReading.Refused("The address is not valid.") : real.Read(raw)),
        },
        new("zip_plus_4_refused", "A ZIP code with its four further digits is taken for a typo.")
        {
            Cases = ["coverage_says_how_much_is_known"],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => ZipPlus4().IsMatch(raw ?? "") ? AddressReading.Refused("The ZIP code is not valid.") : real.Read(raw)),
        },
        new("territories_are_abroad", "Puerto Rico and the armed forces are taken for abroad.")
        {
            Cases = ["coverage_says_how_much_is_known"],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => Territory().IsMatch(raw ?? "") && real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(reading.Address, Coverage.Limited) : real.Read(raw)),
        },
        new("everywhere_is_fully_covered", "A house in Berlin is said to be as well known as one in Austin.")
        {
            Cases = ["coverage_says_how_much_is_known", "international_address", .. Typo],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(reading.Address, Coverage.Full) : real.Read(raw)),
        },
        new("only_us_addresses_taken", "An address abroad is taken for a mistyped one.")
        {
            Cases = ["international_address"],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true, Coverage: Coverage.Limited } ? AddressReading.Refused("This is no US address.") : real.Read(raw)),
        },
        new("address_stored_as_it_was_typed_apart", "Accents that were typed separately are stored so.")
        {
            Cases = Unicode,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(reading.Address.Normalize(NormalizationForm.FormD), reading.Coverage) : real.Read(raw)),
        },
        new("address_escaped", "An ampersand in an address comes back as &amp;.")
        {
            Cases = Unicode,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(WebUtility.HtmlEncode(reading.Address), reading.Coverage) : real.Read(raw)),
        },
        new("address_unescaped", "What looks escaped in an address is taken for what it may have meant.")
        {
            Cases = Unicode,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(WebUtility.HtmlDecode(reading.Address), reading.Coverage) : real.Read(raw)),
        },
        new("accents_lost", "Café becomes Cafe.")
        {
            Cases = Unicode,
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true } reading ? AddressReading.Accepted(string.Concat(reading.Address.Normalize(NormalizationForm.FormD).Where(letter => letter is < '\u0300' or > '\u036F')), reading.Coverage) : real.Read(raw)),
        },
        new("ai_told_without_accents", "The AI is asked about another address than the customer's.")
        {
            Cases = ["unicode_special_characters_address", "ai_asked_in_the_accounts_name"],
            Clauses = ["8.2"],
            Host = host => host.Twist<ReferenceApi.Analyses.Appraising.IAppraiser>(nameof(ReferenceApi.Analyses.Appraising.IAppraiser.AppraiseAsync), real => (Guid user, Property property, CancellationToken stop) => real.AppraiseAsync(user, property with { Address = property.Address.ToUpperInvariant() }, stop)),
        },
        new("plus_four_is_a_number", "The four digits behind a ZIP code lose their zeros: with one in front they are no ZIP+4.")
        {
            Cases = ["coverage_says_how_much_is_known"],
            Clauses = ["3.3"],
            Host = Reading((real, raw) => real.Read(raw) is { IsAccepted: true, Coverage: Coverage.Full } good && ZipPlus4().IsMatch(good.Address!) && good.Address![^4] == '0'
                ? AddressReading.Refused($"\"{good.Address[^10..^4]}{good.Address[^4..].TrimStart('0')}\" is not a ZIP code")
                : real.Read(raw)),
        },
    ];

    private static Action<IServiceCollection> Reading(Func<IAddressRules, string?, AddressReading> instead) =>
        host => host.Twist<IAddressRules>(nameof(IAddressRules.Read), real => (string? raw) => instead(real, raw));

    private static AddressReading Shortened(IAddressRules real, string? raw, int length) => raw?.Trim() is { } text && UnicodeText.Count(text) == length
        ? real.Read(text[(char.IsHighSurrogate(text[0]) ? 2 : 1)..])
        : real.Read(raw);

    [GeneratedRegex(@", [A-Z]{2} \d{4}$")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@", (TZ|XX) \d{5}$")]
    private static partial Regex UnknownState();

    [GeneratedRegex(@", [A-Z]{2} \d{5}-\d{4}$")]
    private static partial Regex ZipPlus4();

    [GeneratedRegex(@", (AS|GU|MP|PR|VI|AA|AE|AP) \d{5}(-\d{4})?$")]
    private static partial Regex Territory();
}
