using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Mingzhang.Site;

/// <summary>一页的正文：its Markdown, parsed, in one language. HTML in it is text, not markup.</summary>
internal sealed class PageText
{
    private static readonly MarkdownPipeline Rules = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).DisableHtml().Build();

    public PageText(string root, Entry entry, bool english)
    {
        Entry = entry;
        English = english;
        File = entry.File(english);
        var (lines, names) = Lines(Path.Combine(root, File));
        Document = Markdown.Parse(string.Join('\n', lines), Rules);
        foreach (var (line, name) in names)
        {
            Document.OfType<HeadingBlock>().FirstOrDefault(h => h.Line >= line)?.GetAttributes().Id = name;
        }

        // The line that leads to the other language: every page of the site has its own.
        if (Document.OfType<ParagraphBlock>().FirstOrDefault() is { Inline: { } first } leading && first.All(i => i is LinkInline { IsImage: false, Url: { } url } && Navigation.KeyOf(Path.GetFileName(url)) == Navigation.KeyOf(Path.GetFileName(File))))
        {
            Document.Remove(leading);
        }

        Anchors = Document.Descendants<HeadingBlock>().Select(h => h.TryGetAttributes()?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    public Entry Entry { get; }

    public bool English { get; }

    /// <summary>所读的文件，从仓库的根起。</summary>
    public string File { get; }

    public MarkdownDocument Document { get; }

    /// <summary>可以链接到的各处。</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>正文的 HTML: a wide table scrolls by itself.</summary>
    public string Html(string tableLabel) => Document.ToHtml(Rules)
        .Replace("<table>", $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{tableLabel}\"><table>", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal);

    // Notes for those who edit are not for readers; `<a id="…"></a>` names the heading that follows, by a name that does not change with its words.
    private static (List<string> Lines, List<(int Line, string Name)> Names) Lines(string path)
    {
        const string Begin = "<a id=\"", End = "\"></a>";
        var (lines, names) = (new List<string>(), new List<(int, string)>());
        foreach (var line in System.IO.File.ReadLines(path))
        {
            if (line.StartsWith(Begin, StringComparison.Ordinal) && line.EndsWith(End, StringComparison.Ordinal))
            {
                names.Add((lines.Count, line[Begin.Length..^End.Length]));
            }
            else if (!line.StartsWith("<!--", StringComparison.Ordinal) || !line.TrimEnd().EndsWith("-->", StringComparison.Ordinal))
            {
                lines.Add(line);
            }
        }

        return (lines, names);
    }
}
