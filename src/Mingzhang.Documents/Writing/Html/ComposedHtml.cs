using System.Globalization;
using System.Reflection;
using System.Text;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Documents.Writing.Html;

/// <summary>成稿写成网页：one self-contained page for all: language, headings, contents, tables with captions and scopes, printable on A4, no script.</summary>
public static class ComposedHtml
{
    private static readonly Lazy<string> Style = new(() => DataSource.Embedded(Assembly.GetExecutingAssembly()).Text("page.css")!.ReplaceLineEndings("\n"));

    /// <summary>写成网页。</summary>
    public static string Write(Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{HtmlText.Escape(composed.Title)}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">跳到正文</a>\n");
        if (composed.Draft)
        {
            page.Append("<div class=\"draft\" aria-hidden=\"true\"></div>\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"<header>\n<h1>{HtmlText.Escape(composed.Title)}</h1>\n</header>\n");
        Contents(page, composed);
        page.Append("<main id=\"main\">\n");
        Body(page, composed, Plain);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>正文，放在别的网页里: the same headings, paragraphs and tables, without the page around them.</summary>
    /// <param name="composed">What is printed.</param>
    /// <param name="runs">How words and bound numbers are written, escaped.</param>
    /// <param name="after">What follows each paragraph, by its number from 1; it stands outside of the paragraph, which then has the id p and its number.</param>
    public static string Body(Composed composed, Func<Run, string>? runs = null, Func<ComposedParagraph, int, string>? after = null)
    {
        ArgumentNullException.ThrowIfNull(composed);
        var body = new StringBuilder();
        Body(body, composed, runs ?? Plain, after);
        return body.ToString();
    }

    /// <summary>一段的各节。</summary>
    public static string Runs(ComposedParagraph paragraph, Func<Run, string>? runs = null)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return string.Concat(paragraph.Runs.Select(r => r is GapRun ? $"<mark class=\"gap\">{HtmlText.Escape(r.Text)}</mark>" : (runs ?? Plain)(r)));
    }

    private static string Plain(Run run) => HtmlText.Escape(run.Text);

    private static void Body(StringBuilder page, Composed composed, Func<Run, string> runs, Func<ComposedParagraph, int, string>? after = null)
    {
        var anchors = Anchors(composed);
        var number = 0;
        foreach (var block in composed.Blocks)
        {
            switch (block)
            {
                case ComposedHeading heading:
                    var level = Math.Min(heading.Level + 1, 6);
                    page.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{anchors[heading]}\">{HtmlText.Escape(heading.Text)}</h{level}>\n");
                    break;
                case ComposedParagraph paragraph:
                    number++;
                    page.Append(CultureInfo.InvariantCulture, $"<p{(after is null ? "" : $" id=\"p{number.ToString(CultureInfo.InvariantCulture)}\"")}{(paragraph.Closing ? " class=\"closing\"" : "")}>").Append(Runs(paragraph, runs)).Append("</p>\n").Append(after?.Invoke(paragraph, number));
                    break;
                case ComposedTable table:
                    HtmlTable.Write(page, table, anchors[table]);
                    break;
            }
        }
    }

    private static void Contents(StringBuilder page, Composed composed)
    {
        page.Append("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">目录</h2>\n<ol>\n");
        foreach (var (block, anchor) in Anchors(composed).Where(a => a.Key is ComposedTable or ComposedHeading { Level: <= 2 }))
        {
            var (level, text) = block is ComposedHeading heading ? (heading.Level, heading.Text) : (2, ((ComposedTable)block).Heading);
            page.Append(CultureInfo.InvariantCulture, $"<li class=\"l{level}\"><a href=\"#{anchor}\">{HtmlText.Escape(text)}</a></li>\n");
        }

        page.Append("</ol>\n</nav>\n");
    }

    private static Dictionary<ComposedBlock, string> Anchors(Composed composed)
    {
        var anchors = new Dictionary<ComposedBlock, string>(ReferenceEqualityComparer.Instance);
        var (sections, tables) = (0, 0);
        foreach (var block in composed.Blocks.Where(b => b is ComposedHeading or ComposedTable))
        {
            anchors[block] = block is ComposedHeading ? "s" + (++sections).ToString(CultureInfo.InvariantCulture) : "t" + (++tables).ToString(CultureInfo.InvariantCulture);
        }

        return anchors;
    }
}
