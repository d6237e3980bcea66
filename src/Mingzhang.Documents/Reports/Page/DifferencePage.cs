using System.Globalization;
using System.Text;
using Mingzhang.Documents.Comparing;

namespace Mingzhang.Documents.Reports.Page;

/// <summary>差异报告（网页）：figures as a table, sentences with what was left out and put in.</summary>
public static class DifferencePage
{
    /// <summary>写成一页。</summary>
    public static string Write(Differences differences, bool english)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var page = new StringBuilder(HtmlReport.Head(english, english ? "What changed" : "明账 差异"));
        page.Append("<article>\n<header>\n<h1>").Append(HtmlReport.Escape(differences.Before.Name)).Append(" → ").Append(HtmlReport.Escape(differences.After.Name)).Append("</h1>\n<p>")
            .Append(HtmlReport.Escape(DifferenceText.Lines(differences, english).Last().Text)).Append("</p>\n</header>\n");
        Figures(page, differences, english);
        Sentences(page, differences, english);
        return page.Append("</article>\n</body>\n</html>\n").ToString();
    }

    private static void Figures(StringBuilder page, Differences differences, bool english)
    {
        if (differences.Figures.Count == 0)
        {
            return;
        }

        string[] columns = english ? ["place", "before", "after", "difference (10,000 yuan)"] : ["位置", "原", "现", "差额（万元）"];
        page.Append("<div class=\"scroll\" tabindex=\"0\"><table class=\"read\">\n<caption>").Append(english ? "Figures" : "数字").Append("</caption>\n<thead><tr>")
            .AppendJoin("", columns.Select(c => $"<th scope=\"col\">{c}</th>")).Append("</tr></thead>\n<tbody>\n");
        foreach (var figure in differences.Figures)
        {
            var change = figure.Change is { } yuan ? DifferenceText.Signed(yuan) : "";
            page.Append(CultureInfo.InvariantCulture, $"<tr><td title=\"{HtmlReport.Escape(figure.Point.ToString())}\">{HtmlReport.Escape(english ? figure.Place.English : figure.Place.Chinese)}</td>")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"amount\">{HtmlReport.Escape(figure.Before)}</td><td class=\"amount\">{HtmlReport.Escape(figure.After)}</td><td class=\"amount\">{change}</td></tr>\n");
        }

        page.Append("</tbody>\n</table></div>\n");
    }

    private static void Sentences(StringBuilder page, Differences differences, bool english)
    {
        if (differences.Sentences.Count == 0)
        {
            return;
        }

        page.Append("<section class=\"sentences\">\n<h2>").Append(english ? "Sentences" : "文字").Append("</h2>\n");
        foreach (var sentence in differences.Sentences)
        {
            page.Append("<p><small>").Append(HtmlReport.Escape(english ? sentence.Place.English : sentence.Place.Chinese)).Append("</small><br>");
            foreach (var part in sentence.Before is null ? [new TextPart(PartKind.Put, sentence.After!)] : sentence.After is null ? [new TextPart(PartKind.Left, sentence.Before)] : sentence.Parts())
            {
                var tag = part.Kind switch { PartKind.Left => "del", PartKind.Put => "ins", _ => "span" };
                page.Append(CultureInfo.InvariantCulture, $"<{tag}>{HtmlReport.Escape(part.Text)}</{tag}>");
            }

            page.Append("</p>\n");
        }

        page.Append("</section>\n");
    }
}
