using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Model;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>Makes models from messages.</summary>
public static class Pages
{
    public static PageModel Of(params string[] messages) => Of(new Past(), messages);

    public static PageModel Of(Past past, params string[] messages)
    {
        using var folder = Sample.OnDisk();
        return ModelBuilder.Build(new Material(FeatureFolder.Read(folder.Path), [.. messages.Select(RunWriter.Read)], past, DateTimeOffset.UnixEpoch), new EvidenceStore());
    }

    public static string Run(Func<ScenarioSpec, Course?> play, DateTimeOffset? at = null) => new RunWriter(at).Feature(Sample.Uri, Sample.Feature, play).Ended();

    public static ScenarioView Scenario(this PageModel model, string name) => model.Scenarios.Single(scenario => scenario.Name == name);

    public static Promise Promise(this PageModel model, string id) => model.Promises.Single(promise => promise.Id == id);
}
