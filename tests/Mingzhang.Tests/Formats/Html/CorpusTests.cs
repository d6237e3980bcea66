using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>真实网页：every line of the article stands in the paper as in the source, in order, and nothing of the site around it.</summary>
public partial class CorpusTests
{
    private const string Page = "corpus/CQjt18_重庆市交通委员会_2018部门预算.html";

    [Fact]
    public void Every_line_of_the_article_is_read_as_printed()
    {
        var paper = Opening.File(Shared.File(Page)).Paper!;
        var source = Shared.Text(Page);
        var from = source.IndexOf("<div style=\"height:765px", StringComparison.Ordinal);
        var article = source[from..source.IndexOf("</div>", from, StringComparison.Ordinal)];
        var lines = Breaks().Split(article).Select(l => WebUtility.HtmlDecode(Tags().Replace(l, "")).Trim(' ', '\t', '\n', '\r')).Where(l => !string.IsNullOrWhiteSpace(l.Trim('\u200d'))).ToList();
        Assert.Equal(43, lines.Count);
        Assert.Equal(["重庆市交通委员会2018年部门预算情况说明", "更新时间：2018-03-06", .. lines], paper.Blocks.OfType<TextLine>().Select(l => l.Text));
        Assert.All(paper.Blocks, b => Assert.IsType<TextLine>(b));
        Assert.Contains(paper.Faults, f => f is { Kind: "pictures", Detail: "8" });
    }

    [GeneratedRegex("<br>|</p>")]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
