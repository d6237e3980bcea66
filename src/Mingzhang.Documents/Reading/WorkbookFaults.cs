using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Paper;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reading;

/// <summary>工作簿的缺陷：what sheets hide, and cells without values, as the messages of their rules.</summary>
internal static class WorkbookFaults
{
    /// <summary>一条缺陷的规则、模板、参数和位置; null for a fault of other formats.</summary>
    public static WorkbookFault? Of(PaperFault fault, string file)
    {
        var parts = fault.Detail.Split('\t');
        var sheet = new Place { File = file, Sheet = parts[0] };
        return fault.Kind switch
        {
            "hidden-sheet" => new(ReadingRules.Hidden, "sheet", [sheet], ["sheet", parts[0], "count", parts[1]]),
            "hidden-rows" => new(ReadingRules.Hidden, "rows", [sheet], ["sheet", parts[0], "count", parts[1], "rows", parts[2]]),
            "hidden-columns" => new(ReadingRules.Hidden, "columns", [sheet], ["sheet", parts[0], "count", parts[1], "columns", parts[2]]),
            "macros" => new(ReadingRules.Hidden, "macros", [new Place { File = file }], []),
            "external-links" => new(ReadingRules.Hidden, "links", [new Place { File = file }], ["count", parts[0]]),
            "hidden-digits" => new(ReadingRules.Displayed, "digits", Cells(sheet, parts, Example), ["sheet", parts[0], "count", parts[1], "examples", Examples(parts, "显示 ", "，所存 ", "；"), "examples-en", Examples(parts, "shows ", ", stores ", "; ")]),
            "error-values" => new(ReadingRules.Valueless, "errors", Cells(sheet, parts, Pair), ["sheet", parts[0], "count", parts[1], "cells", Named(parts)]),
            "no-results" => new(ReadingRules.Valueless, "formulas", Cells(sheet, parts, Pair), ["sheet", parts[0], "count", parts[1], "cells", Named(parts)]),
            "sheet-damaged" => new(ReadingRules.Valueless, "damaged", [sheet], ["sheet", parts[0]]),
            "sheet-limit" => new(ReadingRules.Valueless, "limit", [sheet], ["sheet", parts[0], "what", Limit(parts[1]).Chinese, "what-en", Limit(parts[1]).English]),
            "embedded-tables" => new(ReadingRules.Valueless, "embedded", [new Place { File = file }], ["count", parts[0]]),
            _ => null,
        };
    }

    private const int Example = 3;
    private const int Pair = 2;

    // Behind sheet and count: an address first in every group.
    private static Place[] Cells(Place sheet, string[] parts, int each) =>
        [.. Enumerable.Range(0, (parts.Length - 2) / each).Select(i => sheet with { Cell = parts[2 + (i * each)] })];

    private static string Examples(string[] parts, string shows, string stores, string between) =>
        string.Join(between, Enumerable.Range(0, (parts.Length - 2) / Example).Select(i => 2 + (i * Example)).Select(i => $"{parts[i]} {shows}{(parts[i + 1].Length == 0 ? "□" : parts[i + 1])}{stores}{parts[i + 2]}"));

    private static string Named(string[] parts)
    {
        var count = (parts.Length - 2) / Pair;
        var names = string.Join(", ", Enumerable.Range(0, count).Select(i => (parts[2 + (i * Pair)] + " " + parts[3 + (i * Pair)]).TrimEnd()));
        return int.Parse(parts[1], CultureInfo.InvariantCulture) > count ? names + " …" : names;
    }

    private static Reason Limit(string what) => what switch
    {
        "cells" => new Reason("单元格或文字", "cells or words"),
        "merges" => new Reason("合并单元格", "merged cells"),
        _ => new Reason("行数或列数", "rows or columns"),
    };
}

/// <summary>一条缺陷的说法。</summary>
internal sealed record WorkbookFault(string Rule, string Message, IReadOnlyList<Place> Places, string[] Arguments);
