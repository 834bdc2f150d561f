namespace PropIQ.Mocks.Stripe.Api;

/// <summary>The parameters that a call takes, <c>*</c> standing for any key or index. <c>expand</c> is taken everywhere.</summary>
internal sealed class ParameterList
{
    private const int MaxMetadataKeys = 50;
    private const int MaxMetadataKey = 40;
    private const int MaxMetadataValue = 500;

    private readonly string[][] _patterns;

    public ParameterList(params string[] patterns) =>
        _patterns = [.. patterns.Append("expand[*]").Select(pattern => pattern.Replace("]", "", StringComparison.Ordinal).Split('['))];

    /// <summary>Refuses the first parameter that is not on the list, and metadata over Stripe's bounds.</summary>
    public void Check(BracketForm form)
    {
        foreach (var entry in form.Entries)
        {
            if (!_patterns.Any(pattern => Fits(pattern, entry.Path)))
            {
                throw StripeRefusal.Unknown(entry.Name);
            }
        }

        CheckMetadata(form);
    }

    private static bool Fits(string[] pattern, IReadOnlyList<string> path) =>
        pattern.Length == path.Count && pattern.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second);

    private static void CheckMetadata(BracketForm form)
    {
        var entries = form.Entries.Where(entry => entry.Path.Count > 1 && entry.Path[^2] == "metadata").ToList();
        if (entries.GroupBy(entry => BracketForm.Name([.. entry.Path.SkipLast(1)])).FirstOrDefault(map => map.Count() > MaxMetadataKeys) is { } crowd)
        {
            throw StripeRefusal.Invalid($"Metadata can have up to {MaxMetadataKeys} keys.", crowd.Key);
        }

        if (entries.Find(entry => entry.Path[^1].Length > MaxMetadataKey || entry.Value.Length > MaxMetadataValue) is { } tooLong)
        {
            throw StripeRefusal.Invalid($"Metadata keys must be at most {MaxMetadataKey} characters long, values at most {MaxMetadataValue}.", tooLong.Name);
        }
    }
}
