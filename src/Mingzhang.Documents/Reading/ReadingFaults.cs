using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Paper;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reading;

/// <summary>读取中的问题：faults of the file, pages that are pictures, and what lies beyond the limits, as findings: nothing that was not read
/// is silent.</summary>
internal static class ReadingFaults
{
    private static readonly Dictionary<string, Reason> Repairs = new(StringComparer.Ordinal)
    {
        ["repaired-xref"] = new Reason("交叉引用表", "cross-reference table"),
        ["junk-before-header"] = new Reason("文件头", "header"),
    };

    private static readonly Dictionary<string, Reason> Unopened = new(StringComparer.Ordinal)
    {
        ["macros"] = new Reason("宏", "macros"),
        ["embedded"] = new Reason("嵌入的文件", "embedded files"),
        ["chunks"] = new Reason("插入的其他文档", "other documents inserted"),
        ["linked"] = new Reason("链接的外部文件", "links to files outside"),
    };

    private static readonly Dictionary<string, Reason> Counted = new(StringComparer.Ordinal)
    {
        ["cells"] = new Reason("单元格", "cells"),
        ["rows"] = new Reason("表格行", "rows of tables"),
        ["paragraphs"] = new Reason("段落", "paragraphs"),
    };

    private static readonly string[] Fonts = ["missing-font", "missing-font-map"];

    public static IEnumerable<Finding> Of(PaperDocument paper)
    {
        var pictures = paper.Pages.Where(p => p.Content == PageContent.Picture).Select(p => p.Number).ToList();
        if (pictures.Count > 0)
        {
            yield return Make(ReadingRules.Pictures, "pages", null, [.. pictures.Select(p => new Place { File = paper.Name, Page = p })],
                "pages", Pages.Chinese(pictures), "pages-en", pictures.Count == 1 ? Pages.English(pictures) + " is a picture" : Pages.English(pictures) + " are pictures", "total", Text(paper.Pages.Count));
        }

        var recognised = paper.Pages.Where(p => p.Recognised).Select(p => p.Number).ToList();
        if (recognised.Count > 0)
        {
            yield return Make(ReadingRules.Pictures, "recognised", null, [.. recognised.Select(p => new Place { File = paper.Name, Page = p })],
                "pages", Pages.Chinese(recognised), "pages-en", Pages.English(recognised), "total", Text(paper.Pages.Count));
        }

        var faults = paper.Faults;
        var repairs = faults.Where(f => Repairs.ContainsKey(f.Kind)).Select(f => Repairs[f.Kind]).Distinct().ToList();
        if (repairs.Count > 0)
        {
            yield return Make(ReadingRules.Repaired, "repaired", null, [Whole(paper)], "what", string.Join("、", repairs.Select(r => r.Chinese)), "what-en", string.Join(", ", repairs.Select(r => r.English)));
        }

        foreach (var group in faults.Where(f => !Repairs.ContainsKey(f.Kind)).GroupBy(f => Fonts.Contains(f.Kind) ? "font" : f.Kind))
        {
            foreach (var finding in Of(paper, group.Key, [.. group]))
            {
                yield return finding;
            }
        }
    }

    public static Finding Limit(string message, Place place, params string[] arguments) => Make(ReadingRules.Limits, message, null, [place], [.. arguments, "place", place.Chinese, "place-en", place.English]);

    private static IEnumerable<Finding> Of(PaperDocument paper, string kind, List<PaperFault> faults)
    {
        if (WorkbookFaults.Of(faults[0], paper.Name) is not null)
        {
            return faults.Select(f => WorkbookFaults.Of(f, paper.Name)!).Select(f => Make(f.Rule, f.Message, null, f.Places, f.Arguments));
        }

        switch (kind)
        {
            case "pictures":
                return [Make(ReadingRules.Pictures, "inline", Severity.Note, [Whole(paper)], "count", faults[0].Detail)];
            case "undecodable":
                return [Make(ReadingRules.Damaged, "undecodable", null, [Whole(paper)], "count", faults[0].Detail)];
            case "lost-columns":
                return [Make(ReadingRules.Damaged, "columns", null, [Whole(paper)], "count", faults[0].Detail)];
            case "truncated":
                return [Make(ReadingRules.Damaged, "truncated", null, [Whole(paper)])];
            case PaperFault.TooWide:
                return faults.Take(MostNamed).Select(f => f.Detail.Split(' ')).Select(d => Make(ReadingRules.Limits, "columns", null,
                    [new Place { File = paper.Name, Line = int.Parse(d[0], CultureInfo.InvariantCulture), Order = int.Parse(d[0], CultureInfo.InvariantCulture) }], "line", d[0], "count", d[1], "limit", Text(PaperDocument.MostColumns)));
            case "wide-table":
                return faults.Select(f => f.Detail.Split(' ')).Select(d => Make(ReadingRules.Limits, "wide", null, [Whole(paper)], "table", d[0], "count", d[1], "limit", Text(PaperDocument.MostColumns)));
            case "too-long":
                return faults.Select(f => f.Detail.Split(' ')).Select(d => Make(ReadingRules.Limits, "document", null, [Whole(paper)], "what", Counted[d[0]].Chinese, "what-en", Counted[d[0]].English, "limit", d[1]));
            case "unopened":
                var what = faults[0].Detail.Split(' ').Select(w => Unopened[w]).ToList();
                return [Make(ReadingRules.Unopened, "unopened", Severity.Warning, [Whole(paper)], "what", string.Join("、", what.Select(w => w.Chinese)), "what-en", string.Join(", ", what.Select(w => w.English)))];
            case "hidden-text":
                return [Make(ReadingRules.Unopened, "hidden", null, [Whole(paper)], "count", faults[0].Detail)];
            case "revisions":
                var changes = faults[0].Detail.Split(' ');
                return [Make(ReadingRules.Unopened, "revisions", null, [Whole(paper)], "revisions", changes[0], "comments", changes[1])];
            default:
                var pages = faults.Select(f => f.Page).OfType<int>().Distinct().Order().ToList();
                return [Make(ReadingRules.Damaged, kind == "font" ? kind : "damaged", null, pages.Count == 0 ? [Whole(paper)] : [.. pages.Select(p => new Place { File = paper.Name, Page = p })],
                    "pages", pages.Count == 0 ? "文件" : Pages.Chinese(pages), "pages-en", pages.Count == 0 ? "the file" : Pages.English(pages), "count", Text(faults.Count))];
        }
    }

    private const int MostNamed = 12;

    private static Place Whole(PaperDocument paper) => new() { File = paper.Name };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Finding Make(string id, string message, Severity? severity, IReadOnlyList<Place> places, params string[] arguments)
    {
        var rule = RuleTexts.Standard.Rules[id];
        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            named[arguments[i]] = arguments[i + 1];
        }

        return Findings.Make(rule, message, severity ?? rule.Severity, named, places, [], []);
    }

    /// <summary>页码的写法：runs of pages as ranges: 第3—7、9页, pages 3–7, 9.</summary>
    private static class Pages
    {
        public static string Chinese(List<int> pages) => "第" + string.Join("、", Runs(pages, "—")) + "页";

        public static string English(List<int> pages) => (pages.Count == 1 ? "page " : "pages ") + string.Join(", ", Runs(pages, "–"));

        private static IEnumerable<string> Runs(List<int> pages, string dash)
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var from = i;
                while (i + 1 < pages.Count && pages[i + 1] == pages[i] + 1)
                {
                    i++;
                }

                yield return from == i ? Text(pages[i]) : Text(pages[from]) + dash + Text(pages[i]);
            }
        }
    }
}
