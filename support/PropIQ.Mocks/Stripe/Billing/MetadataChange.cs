namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>Metadata is merged key by key; an empty value removes its key.</summary>
internal static class MetadataChange
{
    public static void Apply(SortedDictionary<string, string> metadata, IReadOnlyDictionary<string, string> changes)
    {
        foreach (var (key, value) in changes)
        {
            if (value.Length == 0)
            {
                metadata.Remove(key);
            }
            else
            {
                metadata[key] = value;
            }
        }
    }
}
