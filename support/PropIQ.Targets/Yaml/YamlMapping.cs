using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PropIQ.Targets.Yaml;

/// <summary>Parses a text that is one YAML mapping; merge keys and anchors are resolved.</summary>
public static class YamlMapping
{
    /// <summary>The mapping, or null when the text is none: then the problems say why.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="expected">What is expected, for a text that is something else: reads on after "a mapping with".</param>
    /// <param name="problems">Where what is wrong is noted.</param>
    public static YamlMappingNode? Parse(string yaml, string expected, YamlProblems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new MergingParser(new Parser(new StringReader(yaml))));
            switch (stream.Documents)
            {
                case [{ RootNode: YamlMappingNode mapping }, ..]:
                    return mapping;
                case []:
                    problems.Error(new(1, 1), "", "is empty.");
                    return null;
                default:
                    var other = stream.Documents[0].RootNode.Start;
                    problems.Error(new(other.Line, other.Column), "", $"a mapping with {expected} is expected.");
                    return null;
            }
        }
        catch (YamlException broken)
        {
            problems.Error(new(broken.Start.Line, broken.Start.Column), "", $"this is not YAML: {broken.InnerException?.Message ?? broken.Message}");
            return null;
        }
    }
}
