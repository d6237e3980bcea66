using System.Text.RegularExpressions;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>正文之首：the title that stands above the text, or in the head of the page, with date and source of publication.</summary>
internal static partial class ArticleHead
{
    private const int LongestTitle = 100;
    private const int FirstLines = 5;

    public static List<TextLine> Of(PageTree page, PageElement root, List<Block> blocks, FlowPart part)
    {
        var above = Above(root, part);
        var named = Named(page);

        // The name of the site in large letters is no title where the page names its article.
        var at = above.FindLastIndex(l => l.Prominent && l.Text.Trim().Length is >= 4 and <= LongestTitle && (named.Length == 0 || Subject().IsMatch(l.Text)));
        var head = above.Where((l, i) => i == at || (i > at && IsImprint(l.Text))).ToList();
        if (at < 0 && named.Length > 0 && !Repeated(named, blocks))
        {
            head.Insert(0, new TextLine(named, 0, null, false) { Join = LineJoin.New, Prominent = true });
        }

        return head;
    }

    // The date of today, which portals print above everything, is none of publication.
    private static bool IsImprint(string line) => Imprint().IsMatch(line) && !Today().IsMatch(line);

    // What stands above the article in the elements around it, nearest last: back to the title, but never far.
    private static List<TextLine> Above(PageElement root, FlowPart part)
    {
        const int MostCharacters = 400;
        var lines = new List<TextLine>();
        for (var element = root; element.Parent is { } around; element = around)
        {
            var siblings = around.Children;
            for (var i = siblings.IndexOf(element) - 1; i >= 0; i--)
            {
                if (siblings[i] is not PageElement before || before.Furniture || (before.Look & Look.Hidden) != 0 || before.Measure.Text is 0 or > MostCharacters)
                {
                    continue;
                }

                var holder = new PageElement("div", null, []) { Look = Look.None };
                holder.Children.Add(before);
                lines.InsertRange(0, BlockFlow.Of(holder, part).OfType<TextLine>());
                if (lines.Exists(l => l.Prominent))
                {
                    return lines;
                }
            }
        }

        return lines;
    }

    /// <summary>是否标题，凭其名：short, and called a title by the page.</summary>
    public static bool IsTitle(PageElement element) =>
        element.Measure.Text is >= 4 and <= LongestTitle && ((element["class"] is { } name && Names().IsMatch(name)) || (element["id"] is { } id && Names().IsMatch(id)));

    private static string Named(PageTree page)
    {
        if (page.ArticleTitle.Length > 0)
        {
            return page.ArticleTitle.Trim();
        }

        // The title of the window carries the name of the site behind a dash.
        var title = Blanks().Replace(page.Title, " ").Trim();
        var parts = Dashes().Split(title);
        var named = Array.Find(parts, p => Subject().IsMatch(p));
        return named is null ? "" : named.Trim();
    }

    private static bool Repeated(string title, List<Block> blocks)
    {
        var folded = Fold.Label(title);
        return blocks.Take(FirstLines).Any(b => b is TextLine line ? Same(line.Text) : ((Grid)b).Rows.Take(FirstLines).Any(r => r.Cells.Any(c => Same(c.Text))));

        bool Same(string text) => Fold.Label(text) is { Length: >= 4 } other && (other.Contains(folded, StringComparison.Ordinal) || folded.Contains(other, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:发布|更新|公开|发文|成文|印发|发布的)?(?:时间|日期)[:：]|来源[:：]|发布(?:机构|单位|人)[:：]|索\s*引\s*号|文\s*号[:：]|^[\s(（]*20\d\d\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}")]
    private static partial Regex Imprint();

    [GeneratedRegex("今天|今日|星期")]
    private static partial Regex Today();

    [GeneratedRegex(@"(?:^|[-_ ])(?:title|tit|bt|biaoti|wzbt|headline)\b|title$", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex(@"\s*[_|—–－]+\s*|\s+-+\s+|(?<=\p{IsCJKUnifiedIdeographs})-+(?=\p{IsCJKUnifiedIdeographs})")]
    private static partial Regex Dashes();

    [GeneratedRegex(@"20\d\d|二[〇○零]|预算|决算")]
    private static partial Regex Subject();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
