using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Reqnroll.Generation;

/// <summary>Something wrong in a feature file, at its line and column (from 1).</summary>
internal sealed record Problem(DiagnosticDescriptor Rule, string Path, int Line, int Column, string Message)
{
    public static readonly DiagnosticDescriptor Syntax = Rule_("RQ001", "The feature file cannot be read");
    public static readonly DiagnosticDescriptor SameTitle = Rule_("RQ002", "Two scenarios or features have one name");
    public static readonly DiagnosticDescriptor Structure = Rule_("RQ003", "A scenario is not complete");

    public Diagnostic ToDiagnostic()
    {
        var at = new LinePosition(Math.Max(Line - 1, 0), Math.Max(Column - 1, 0));
        return Diagnostic.Create(Rule, Location.Create(Path, default, new LinePositionSpan(at, at)), Message);
    }

    private static DiagnosticDescriptor Rule_(string id, string title)
        => new(id, title, "{0}", "Gherkin", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
