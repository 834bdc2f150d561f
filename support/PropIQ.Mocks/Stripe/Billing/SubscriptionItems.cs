using PropIQ.Mocks.Stripe.Api;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Changes to a subscription's items, by Stripe's rule: an item without an id is one more, not another.</summary>
internal static class SubscriptionItems
{
    public static IReadOnlyList<SubscriptionItem> Apply(Subscription subscription, IReadOnlyList<ItemChange> changes, DateTimeOffset now)
    {
        var items = subscription.Items.ToList();
        for (var index = 0; index < changes.Count; index++)
        {
            Apply(items, changes[index], index, now);
        }

        return items.Count > 0 ? items : throw StripeRefusal.Invalid("A subscription must have at least one active plan.", "items");
    }

    private static void Apply(List<SubscriptionItem> items, ItemChange change, int index, DateTimeOffset now)
    {
        if (change.Id is null)
        {
            var price = change.Price ?? throw StripeRefusal.Missing($"items[{index}][price]");
            if (items.Exists(item => item.Price.Id == price.Id))
            {
                throw StripeRefusal.Invalid("Cannot add multiple subscription items with the same plan.", $"items[{index}][price]");
            }

            items.Add(new SubscriptionItem(StripeIds.SubscriptionItem(), now, price, change.Quantity ?? 1));
            return;
        }

        var place = items.FindIndex(item => item.Id == change.Id);
        if (place < 0)
        {
            throw StripeRefusal.NotFound("subscription_item", change.Id, $"items[{index}][id]", 400);
        }

        if (change.Deleted)
        {
            items.RemoveAt(place);
            return;
        }

        var known = items[place];
        items[place] = known with { Price = change.Price ?? known.Price, Quantity = change.Quantity ?? known.Quantity };
    }
}
