using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Submitting;

/// <summary>Reads a request for an analysis, or refuses it (clauses 3.2–3.4): what is too large before what is wrong.</summary>
public sealed class PropertyReader(IAddressRules addresses, IPriceRules prices, IDescriptionRules descriptions)
{
    /// <summary>The property; a 413 or 422 refusal when it cannot be analysed.</summary>
    public Property Read(JsonBody body)
    {
        RefuseTooLong(body);
        var address = addresses.Read(body.Text("address").Value);
        if (!address.IsAccepted)
        {
            throw new Refusal(422, "invalid_address", address.Fault);
        }

        return new Property(address.Address, address.Coverage, Type(body), Price(body), Description(body));
    }

    private void RefuseTooLong(JsonBody body)
    {
        if (body.Member("description") is { } description && descriptions.IsTooLong(JsonStrings.Count(description)))
        {
            throw new Refusal(413, "payload_too_large", $"The description is longer than {DescriptionRules.MaximumLength:#,0} characters.");
        }
    }

    private static string Type(JsonBody body)
    {
        var type = body.Text("property_type");
        if (type.IsMissing)
        {
            return PropertyTypes.Default;
        }

        return PropertyTypes.Has(type.Value)
            ? type.Value!
            : throw new Refusal(422, "invalid_property_type", $"The property type must be one of {string.Join(", ", PropertyTypes.All)}.");
    }

    private decimal? Price(JsonBody body)
    {
        var price = body.Number("purchase_price");
        if (price.IsMissing)
        {
            return null;
        }

        return price.IsGiven && prices.Accepts(price.Value)
            ? price.Value
            : throw new Refusal(422, "invalid_price", $"The purchase price must be a number over 0 and up to {PriceRules.Highest:#,0} dollars.");
    }

    private static string? Description(JsonBody body)
    {
        var description = body.Text("description");
        return description.IsWrong ? throw new Refusal(422, "invalid_description", "The description is not text.") : description.Value;
    }
}
