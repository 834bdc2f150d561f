using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Appraising;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Validation;

/// <summary>Prices, kinds, descriptions and whole requests are taken for what they are not.</summary>
internal static class Requests
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("negative_price_analysed", "A price below nothing is taken.")
        {
            Cases = ["negative_purchase_price", "refused_analysis_not_counted"],
            Clauses = ["3.4"],
            Host = Pricing((real, price) => price < 0 || real.Accepts(price)),
        },
        new("price_of_nothing_analysed", "A house for nothing is an excellent deal.")
        {
            Cases = ["negative_purchase_price"],
            Clauses = ["3.4"],
            Host = Pricing((real, price) => price == 0 || real.Accepts(price)),
        },
        new("highest_price_refused", "A property for exactly a hundred million dollars is refused.")
        {
            Cases = ["price_bounds"],
            Clauses = ["3.4"],
            Host = Pricing((real, price) => price < PriceRules.Highest && real.Accepts(price)),
        },
        new("prices_end_at_ten_millions", "Developments for more than ten millions are refused.")
        {
            Cases = ["extremely_large_property_value_15M", "price_bounds"],
            Clauses = ["3.4"],
            Host = Pricing((real, price) => price <= 10_000_000 && real.Accepts(price)),
        },
        new("prices_end_below_a_million", "Properties from a million on are refused.")
        {
            Cases = ["high_value_properties_1M_plus", "extremely_large_property_value_15M"],
            Clauses = ["3.4"],
            Host = Pricing((real, price) => price < 1_000_000 && real.Accepts(price)),
        },
        new("price_kept_in_whole_dollars", "Prices lose their cents.")
        {
            Cases = ["high_property_values_800k_plus", "extremely_large_property_value_15M", "price_bounds"],
            Clauses = ["3.1", "3.4"],
            Host = Storing(analysis => analysis with { PurchasePrice = analysis.PurchasePrice is { } price ? decimal.Floor(price) : null }),
        },
        new("price_kept_as_a_float", "Prices are kept with seven digits.")
        {
            Cases = ["extremely_large_property_value_15M"],
            Clauses = ["3.1"],
            Host = Storing(analysis => analysis with { PurchasePrice = analysis.PurchasePrice is { } price ? (decimal)(float)price : null }),
        },
        new("unknown_type_is_a_house", "A castle is analysed as a single-family house.")
        {
            Cases = ["property_types", "refused_analysis_not_counted"],
            Clauses = ["3.2"],
            Host = Sending(body =>
            {
                if (body["property_type"] is JsonValue value && value.TryGetValue<string>(out var type) && !PropertyTypes.Has(type))
                {
                    body.Remove("property_type");
                }
            }),
        },
        new("land_refused", "A plot of land is no kind of property.")
        {
            Cases = ["property_types"],
            Clauses = ["3.2"],
            Host = host => host.Intercept("/propiq/analyze", (context, real) => context.Features.Get<JsonBody>()?.Text("property_type").Value == "land"
                ? throw new Refusal(422, "invalid_property_type", "Land is no kind of property.")
                : real(context)),
        },
        new("usual_type_is_a_condo", "When nothing is said a property is taken for a condo.")
        {
            Cases = ["property_types"],
            Clauses = ["3.2"],
            Host = Sending(body => body["property_type"] ??= "condo"),
        },
        new("description_of_10001_analysed", "A description may have one character more than the AI reads.")
        {
            Cases = ["openai_token_limit_exceeded"],
            Clauses = ["3.4"],
            Host = host => host.Twist<IDescriptionRules>(nameof(IDescriptionRules.IsTooLong), real => (int characters) => real.IsTooLong(characters - 1)),
        },
        new("description_of_10000_refused", "A description that is just short enough is refused.")
        {
            Cases = ["openai_token_limit_exceeded"],
            Clauses = ["3.4"],
            Host = host => host.Twist<IDescriptionRules>(nameof(IDescriptionRules.IsTooLong), real => (int characters) => real.IsTooLong(characters + 1)),
        },
        new("description_judged_by_half", "The AI is given the beginning of a long description, and the whole is paid for.")
        {
            Cases = ["openai_token_limit_exceeded"],
            Clauses = ["3.4"],
            Host = host => host.Twist<IAppraiser>(
                nameof(IAppraiser.AppraiseAsync),
                real => (Guid user, Property property, CancellationToken stop) =>
                    real.AppraiseAsync(user, property with { Description = property.Description is { Length: > 5000 } text ? text[..5000] : property.Description }, stop)),
        },
        new("oversized_request_is_unreadable", "A request that is too large is said to be garbled.")
        {
            Cases = ["request_over_1_mebibyte"],
            Clauses = ["3.4"],
            Host = Refusing<SizeStep>((_, _) => throw new Refusal(400, "malformed_json", "The request body is not well-formed JSON.")),
        },
        new("size_believed_from_the_header", "A request that comes in pieces may be as large as it likes.")
        {
            Cases = ["request_over_1_mebibyte"],
            Clauses = ["3.4"],
            Host = host => host.TwistOnly<IAdmissionStep, BodyStep>(
                nameof(IAdmissionStep.TakeAsync),
                real => async (HttpContext context, EndpointMetadataCollection terms) =>
                {
                    if (context.Request.ContentLength is not null || terms.GetMetadata<TakesJsonTerm>() is null)
                    {
                        await real.TakeAsync(context, terms);
                        return;
                    }

                    using var all = new MemoryStream();
                    await context.Request.Body.CopyToAsync(all, context.RequestAborted);
                    context.Features.Set(new RawBody(all.ToArray()));
                    context.Features.Set(BodyReader.Parse(all.ToArray()) ?? throw new Refusal(400, "malformed_json", "The request body is not well-formed JSON."));
                }),
        },
        new("largest_request_refused", "A request of exactly one MiB is too large.")
        {
            Cases = ["request_over_1_mebibyte"],
            Clauses = ["3.4"],
            Host = host => host.TwistOnly<IAdmissionStep, SizeStep>(
                nameof(IAdmissionStep.TakeAsync),
                real => (HttpContext context, EndpointMetadataCollection terms) => context.Request.ContentLength == BodyReader.MaxBytes
                    ? throw new Refusal(413, "payload_too_large", "The request body is too large.")
                    : real.TakeAsync(context, terms)),
        },
        new("calculator_knows_all_or_nothing", "A calculation that says more than is asked is sent back.")
        {
            Cases = ["talkative_forms"],
            Clauses = ["4.1"],
            Host = host => host.Intercept("/propiq/calculator", (context, real) => real(context.WithBody(body =>
            {
                if (body.ContainsKey("newsletter"))
                {
                    throw new Refusal(422, "invalid_calculator_input", "The calculator knows no newsletter.");
                }
            }))),
        },
        new("unreadable_request_is_empty", "A garbled request is taken for one that says nothing.")
        {
            Cases = ["unreadable_request", "order_of_refusals"],
            Clauses = ["2.11"],
            Host = Refusing<BodyStep>((context, refusal) =>
            {
                if (refusal.Code != "malformed_json")
                {
                    return false;
                }

                context.Features.Set(BodyReader.Parse("{}"u8.ToArray()));
                return true;
            }),
        },
        new("broken_characters_replaced", "Characters that were garbled on the way are analysed as question marks.")
        {
            Cases = ["unreadable_request"],
            Clauses = ["2.11"],
            Host = Refusing<BodyStep>((context, refusal) =>
            {
                if (refusal.Code != "malformed_json" || context.Features.Get<RawBody>() is not { } raw)
                {
                    return false;
                }

                var mended = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(raw.Bytes.Span));
                context.Features.Set(BodyReader.Parse(mended) ?? throw new Refusal(400, refusal.Code, refusal.Detail));
                return true;
            }),
        },
    ];

    // What a step refuses is dealt with in another way, or, where the answer is false, refused after all.
    private static Action<IServiceCollection> Refusing<TStep>(Func<HttpContext, Refusal, bool> instead)
        where TStep : IAdmissionStep => host => host.TwistFailures<IAdmissionStep>(
            nameof(IAdmissionStep.TakeAsync),
            (real, _) => async (HttpContext context, EndpointMetadataCollection terms) =>
            {
                try
                {
                    await real.TakeAsync(context, terms);
                }
                catch (Refusal refusal) when (real is TStep)
                {
                    if (!instead(context, refusal))
                    {
                        throw;
                    }
                }
            });

    private static Action<IServiceCollection> Pricing(Func<IPriceRules, decimal, bool> instead) =>
        host => host.Twist<IPriceRules>(nameof(IPriceRules.Accepts), real => (decimal price) => instead(real, price));

    private static Action<IServiceCollection> Sending(Action<JsonObject> change) =>
        host => host.Intercept("/propiq/analyze", (context, real) => real(context.WithBody(change)));

    private static Action<IServiceCollection> Storing(Func<StoredAnalysis, StoredAnalysis> change) => host => host.Twist<IAnalysisStore>(
        nameof(IAnalysisStore.AddAsync),
        real => (NpgsqlTransaction transaction, Guid user, StoredAnalysis analysis, CancellationToken stop) => real.AddAsync(transaction, user, change(analysis), stop));
}
