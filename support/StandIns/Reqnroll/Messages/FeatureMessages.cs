using System.Globalization;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;

namespace Reqnroll.Messages;

/// <summary>A feature file as messages: its text, what it says, and the scenarios to run.</summary>
internal sealed class FeatureMessages
{
    private readonly List<Pickle> pickles;

    private FeatureMessages(Source source, GherkinDocument document, List<Pickle> pickles)
    {
        this.pickles = pickles;
        Envelopes = [Envelope.Create(source), Envelope.Create(document), .. pickles.Select(Envelope.Create)];
    }

    public IReadOnlyList<Envelope> Envelopes { get; }

    /// <summary>Null when the test assembly does not carry the feature file.</summary>
    public static FeatureMessages? Read(FeatureInfo feature, Ids ids)
    {
        using var stream = feature.Messages?.Assembly.GetManifestResourceStream(feature.Messages.ResourceName);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        var uri = feature.Messages!.ResourceName;
        var document = new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(new Parser().Parse(new StringReader(text)), uri);
        return new FeatureMessages(
            new Source(uri, text, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN),
            document,
            new PickleCompiler(ids).Compile(document));
    }

    public Pickle? PickleAt(string? index)
        => int.TryParse(index, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < pickles.Count ? pickles[i] : null;
}
