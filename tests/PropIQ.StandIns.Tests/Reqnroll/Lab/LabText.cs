using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace PropIQ.StandIns.Tests.Reqnroll.Lab;

/// <summary>A file beside the code.</summary>
internal sealed class LabText(string path, string content) : AdditionalText
{
    public override string Path => path;

    public string Content => content;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, Encoding.UTF8);
}

/// <summary>What MSBuild tells the compiler: the root namespace, and each file's place in the project.</summary>
internal sealed class LabOptions(string rootNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values("build_property.RootNamespace", rootNamespace);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values("", "");

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values("build_metadata.AdditionalFiles.Link", textFile.Path);

    private sealed class Values(string name, string content) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == name ? content : null;
            return value is not null;
        }
    }
}
