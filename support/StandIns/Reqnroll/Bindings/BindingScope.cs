namespace Reqnroll.Bindings;

/// <summary>Where a binding holds: a tag, a feature, a scenario, or a combination.</summary>
internal sealed record BindingScope(string? Tag, string? Feature, string? Scenario)
{
    public static BindingScope ForTag(string tag) => new(tag.TrimStart('@'), null, null);

    public static BindingScope Of(ScopeAttribute attribute)
        => new(attribute.Tag?.TrimStart('@'), attribute.Feature, attribute.Scenario);

    /// <summary>How many of its parts hold; null when one does not.</summary>
    public int? Match(FeatureInfo? feature, ScenarioInfo? scenario)
    {
        var count = 0;
        if (Tag is not null)
        {
            var tags = scenario?.CombinedTags ?? feature?.Tags ?? [];
            if (!tags.Contains(Tag))
            {
                return null;
            }

            count++;
        }

        if (Feature is not null)
        {
            if (!string.Equals(Feature, feature?.Title, StringComparison.CurrentCultureIgnoreCase))
            {
                return null;
            }

            count++;
        }

        if (Scenario is not null)
        {
            if (!string.Equals(Scenario, scenario?.Title, StringComparison.CurrentCultureIgnoreCase))
            {
                return null;
            }

            count++;
        }

        return count;
    }
}
