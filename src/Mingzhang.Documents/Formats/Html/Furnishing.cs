using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页的外框：navigation, footers, share bars and lists of links, told by what they hold; a telling name alone is never enough, and
/// nothing that holds figures or much text is one.</summary>
internal static partial class Furnishing
{
    private const int MostFigures = 8;
    private const int LeastText = 300;

    /// <summary>标出外框，并算出其余部分的分量。</summary>
    public static void Mark(PageElement body) => Visit(body, Math.Max(LeastText, body.Measure.Text / 7));

    /// <summary>一行是否网页的小部件。</summary>
    public static bool IsWidget(string line)
    {
        const int Longest = 120;
        if (line.Length > Longest)
        {
            return false;
        }

        var text = Blanks().Replace(line, "");
        return Trail().IsMatch(text) || Button().IsMatch(text) || Imprint().IsMatch(text);
    }

    private static int Visit(PageElement element, int most)
    {
        if ((element.Look & Look.Hidden) != 0 && element.Parent is not null)
        {
            return 0;
        }

        if (element.Parent is not null && Is(element, most))
        {
            element.Furniture = true;
            return 0;
        }

        var weight = 0;
        foreach (var child in element.Children)
        {
            weight += child is PageText text ? Weight(text) : Visit((PageElement)child, most);
        }

        return element.Weight = weight + (ElementNames.IsCell(element.Name) && element.Measure.Figures > 0 ? 4 : 0);
    }

    private static int Weight(PageText text) =>
        (text.Marks & (TextMarks.Link | TextMarks.Hidden)) != 0 ? 0 : text.Text.Count(c => !char.IsWhiteSpace(c));

    private static bool Is(PageElement element, int most)
    {
        var measure = element.Measure;
        if (measure.Text == 0 || measure.Figures >= MostFigures || measure.Text - measure.Linked > most || !(ElementNames.IsBlock(element.Name) || element.Name.Contains('-', StringComparison.Ordinal)))
        {
            return false;
        }

        const int MostCharacters = 600;
        if (element.Name == "nav" || element["role"] is "navigation" or "search" or "menu" or "menubar" or "contentinfo")
        {
            return true;
        }

        // Lists of links to other pages; a line of the text may well be one link.
        if (measure.Links >= 4 && measure.Linked * 10L >= measure.Text * 7L && measure.Figures < 4)
        {
            return true;
        }

        var named = element.Name is "footer" or "aside" or "header" || Named(element["class"]) || Named(element["id"]);
        return named && measure.Text <= MostCharacters
            && ((measure.Links > 0 && measure.Linked * 10L >= measure.Text * 3L) || Telling(SourceText.Of(element)));
    }

    private static bool Telling(string text)
    {
        text = Blanks().Replace(text, "");
        return Trail().IsMatch(text) || Button().IsMatch(text) || Imprint().IsMatch(text) || Host().IsMatch(text);
    }

    private static bool Named(string? name) => name is { Length: > 0 and < 200 } && Names().IsMatch(name);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("nav|menu|crumb|breadc|foot(?!note)|copyright|share|sidebar|relat|friend|search|login|tool|weizhi|dqwz|location|position|ewm|qrcode|fontsize|print|pag(?:er|ing|ination)|banner|topbar|header|bottom|daohang|xgwz|xglj|dyw|function", RegexOptions.IgnoreCase)]
    private static partial Regex Names();

    [GeneratedRegex("^(?:您|你)?(?:当前|现在|目前)?(?:所在|的)*位置(?:是)?[:：>]")]
    private static partial Regex Trail();

    [GeneratedRegex("^(?:[【\\[]?(?:打印(?:本页|此页)?|关闭(?:窗口|本页)?|返回顶部|返回首页|首页|收藏|加入收藏|设为首页|纠错)[】\\]]?)+$|^(?:[【\\[]?(?:字体|字号)(?:大小)?[:：].{0,30}|[【\\[]?(?:特?大[\\]】]?[【\\[]?)中[】\\]]?[【\\[]?小[】\\]]?|分享(?:到)?[:：]?.{0,20}|扫一扫.{0,20}|[上下]一[篇条页][:：].*|(?:浏览|点击|阅读)(?:次数|量|数)?[:：]?\\d*次?)$")]
    private static partial Regex Button();

    [GeneratedRegex("ICP备|公网安备|网站标识码|版权所有|Copyright|©", RegexOptions.IgnoreCase)]
    private static partial Regex Imprint();

    [GeneratedRegex("(?:主办|承办|维护)(?:单位)?[:：]|技术支持[:：]|建议使用|网站地图|联系我们")]
    private static partial Regex Host();
}
