using System.Text.Json.Nodes;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary><c>expand[]=a.b</c>: writes objects out in the place of their ids, through lists too.</summary>
internal sealed class Expander(StripeWorld world)
{
    private const int Deepest = 4;

    public JsonObject Expand(JsonObject answer, BracketForm form)
    {
        foreach (var path in form.Entries.Where(entry => entry.Path[0] == "expand").Select(entry => entry.Value))
        {
            var parts = path.Split('.');
            if (parts.Count(part => part != "data") > Deepest)
            {
                throw StripeRefusal.Invalid($"You cannot expand more than {Deepest} levels of a property.", "expand");
            }

            Walk(answer, parts, path);
        }

        return answer;
    }

    private void Walk(JsonNode? node, ReadOnlySpan<string> parts, string path)
    {
        if (parts.IsEmpty || node is null)
        {
            return;
        }

        if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Walk(item, parts, path);
            }

            return;
        }

        var owner = node as JsonObject ?? throw Refuse(path);
        var name = parts[0];
        if (!owner.ContainsKey(name) && LineItems(owner, name) is { } lineItems)
        {
            owner[name] = lineItems;
        }

        if (!owner.TryGetPropertyValue(name, out var value))
        {
            throw Refuse(path);
        }

        if (value is JsonValue id)
        {
            owner[name] = value = Find(id, path);
        }

        Walk(value, parts[1..], path);
    }

    private JsonObject Find(JsonValue id, string path) =>
        id.TryGetValue(out string? text) && world.Find(text) is { } found ? found.ToJson() : throw Refuse(path);

    private JsonObject? LineItems(JsonObject owner, string name) =>
        name == "line_items" ? world.Find<CheckoutSession>((string?)owner["id"])?.LineItems() : null;

    private static StripeRefusal Refuse(string path) => StripeRefusal.Invalid($"This property cannot be expanded ({path}).", "expand");
}
