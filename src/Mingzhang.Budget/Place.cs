using System.Globalization;

namespace Mingzhang.Budget;

/// <summary>位置：where something stands in its source. Lines, rows and pages count from 1; what is not known is null.</summary>
public sealed record Place
{
    /// <summary>文件名。</summary>
    public string? File { get; init; }

    /// <summary>页码。</summary>
    public int? Page { get; init; }

    /// <summary>行号，仅文本文件有。</summary>
    public int? Line { get; init; }

    /// <summary>次序：ordinal of the line in the document, in every format; for order, never shown.</summary>
    public int? Order { get; init; }

    /// <summary>工作表，仅工作簿有。</summary>
    public string? Sheet { get; init; }

    /// <summary>单元格，仅工作簿有：D7。</summary>
    public string? Cell { get; init; }

    /// <summary>行内起始字符，从 0 起。</summary>
    public int? Start { get; init; }

    /// <summary>字符数。</summary>
    public int? Length { get; init; }

    /// <summary>所在部分: the headings above, such as 五/机关运行经费.</summary>
    public string? Section { get; init; }

    /// <summary>表: number or title of the table.</summary>
    public string? Table { get; init; }

    /// <summary>行: label of the row.</summary>
    public string? Row { get; init; }

    /// <summary>列: label path of the column.</summary>
    public string? Column { get; init; }

    /// <summary>页面上的框 (left, top, width, height in points).</summary>
    public Box? Box { get; init; }

    /// <summary>文字识别的把握，0 到 100: of what was read from a picture; null where the text was in the file.</summary>
    public int? Ocr { get; init; }

    /// <summary>原文摘录: the words around, so that the place is recognised without the file.</summary>
    public string? Text { get; init; }

    /// <summary>是否连文件一起说: the place lies in another file than the report is of.</summary>
    public bool ByFile { get; init; }

    /// <summary>中文写法: 表二 · 2060702 科普活动 · 总计（第100行）。</summary>
    public string Chinese => Describe("第" + (Line?.ToString(CultureInfo.InvariantCulture) ?? "") + "行", "第" + (Page?.ToString(CultureInfo.InvariantCulture) ?? "") + "页", "“" + Sheet + "”工作表", "识别把握 ");

    /// <summary>英文写法。</summary>
    public string English => Describe("line " + (Line?.ToString(CultureInfo.InvariantCulture) ?? ""), "page " + (Page?.ToString(CultureInfo.InvariantCulture) ?? ""), "sheet '" + Sheet + "'", "recognised, confidence ");

    private string Describe(string line, string page, string sheet, string recognised)
    {
        var words = new[] { Table ?? Section, Row, Column }.Where(w => !string.IsNullOrEmpty(w));
        var at = string.Join("，", new[]
        {
            Page is null ? null : page, Sheet is null ? null : Cell is null ? sheet : sheet + " " + Cell, Line is null ? null : line,
            Ocr is { } sure ? recognised + sure.ToString(CultureInfo.InvariantCulture) + "%" : null,
        }.Where(w => w is not null));
        var text = string.Join(" · ", words);
        var where = text.Length == 0 ? at : at.Length == 0 ? text : text + "（" + at + "）";
        return ByFile ? File + " " + where : where;
    }
}

/// <summary>页面上的矩形，in points from the top left corner.</summary>
public sealed record Box(decimal Left, decimal Top, decimal Width, decimal Height)
{
    /// <summary>左、上、宽、高。</summary>
    public IReadOnlyList<decimal> Sides => [Left, Top, Width, Height];
}
