using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PropIQ.LivingDocs.Features;

/// <summary>A Markdown page among the features, as a tree of nodes: a page made of nodes cannot smuggle in a script.</summary>
public sealed record MarkdownPage(string Path, string Title, IReadOnlyList<PageNode> Content)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Reads a page.</summary>
    public static MarkdownPage Read(string path, string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        var title = document.OfType<HeadingBlock>().FirstOrDefault()?.Inline is { } inline ? PlainText(inline) : System.IO.Path.GetFileNameWithoutExtension(path);
        return new MarkdownPage(path, title, [.. document.Select(Node)]);
    }

    private static PageNode Node(Block block) => block switch
    {
        HeadingBlock heading => new PageNode($"h{Math.Clamp(heading.Level, 1, 6)}", Children: Inlines(heading.Inline)),
        ListBlock list => new PageNode(list.IsOrdered ? "ol" : "ul", Children: Blocks(list)),
        ListItemBlock item => new PageNode("li", Children: Blocks(item)),
        QuoteBlock quote => new PageNode("blockquote", Children: Blocks(quote)),
        Table table => new PageNode("table", Children: [.. table.OfType<TableRow>().Select(Row)]),
        CodeBlock code => new PageNode("pre", code.Lines.ToString()),
        LeafBlock leaf => new PageNode("p", Children: Inlines(leaf.Inline)),
        ContainerBlock container => new PageNode("div", Children: Blocks(container)),
        _ => new PageNode("p"),
    };

    private static PageNode Row(TableRow row) =>
        new("tr", Children: [.. row.OfType<TableCell>().Select(cell => new PageNode(row.IsHeader ? "th" : "td", Children: [.. cell.SelectMany(Flat)]))]);

    private static IReadOnlyList<PageNode> Flat(Block block) => block is ParagraphBlock paragraph ? Inlines(paragraph.Inline) : [Node(block)];

    // A tight list's paragraphs are no paragraphs to a reader.
    private static IReadOnlyList<PageNode> Blocks(ContainerBlock container) => [.. container.SelectMany(block => container is ListItemBlock ? Flat(block) : [Node(block)])];

    private static IReadOnlyList<PageNode> Inlines(ContainerInline? container) => container is null ? [] : [.. container.Select(Node)];

    private static PageNode Node(Inline inline) => inline switch
    {
        LiteralInline literal => new PageNode("text", literal.Content.ToString()),
        CodeInline code => new PageNode("code", code.Content),
        EmphasisInline emphasis => new PageNode(emphasis.DelimiterCount > 1 ? "strong" : "em", Children: Inlines(emphasis)),
        LineBreakInline => new PageNode("text", " "),
        HtmlEntityInline entity => new PageNode("text", entity.Transcoded.ToString()),
        ContainerInline other => new PageNode("span", Children: Inlines(other)),
        _ => new PageNode("text", inline.ToString()),
    };

    private static string PlainText(ContainerInline inline) => string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
}

/// <summary>An element of a page, or a text.</summary>
public sealed record PageNode(string Tag, string? Text = null, IReadOnlyList<PageNode>? Children = null);
