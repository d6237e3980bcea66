namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作表的内容：what a reader of one sheet sees, before it is told which rows are tables and which are text.</summary>
/// <param name="Name">Name of the sheet; null for a file without sheets.</param>
/// <param name="Rows">Rows with something to see, from the top.</param>
/// <param name="Merges">Merged cells.</param>
internal sealed record SheetContent(string? Name, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedCells> Merges)
{
    /// <summary>一张网格最多的格数。</summary>
    public int MostArea { get; init; } = 1_000_000;
}

/// <summary>一行：its filled cells from the left.</summary>
/// <param name="Row">Row in the sheet, from 0.</param>
/// <param name="Line">Line of a text file; 0 in a workbook.</param>
/// <param name="Cells">Cells with text.</param>
/// <param name="AfterGap">Whether an empty row stands above.</param>
internal sealed record SheetRow(int Row, int Line, IReadOnlyList<FilledCell> Cells, bool AfterGap);

/// <summary>有字的一格：text as displayed.</summary>
/// <param name="Column">Column in the sheet, from 0.</param>
/// <param name="Text">What is displayed, without outer white space.</param>
/// <param name="Start">First character in its line of a text file; 0 in a workbook.</param>
internal sealed record FilledCell(int Column, string Text, int Start)
{
    /// <summary>以文本存放的数字。</summary>
    public bool KeptAsText { get; init; }

    /// <summary>是否数字：words are headings and labels, digits are figures and codes.</summary>
    public bool Number { get; } = IsNumber(Text);

    private static bool IsNumber(string text)
    {
        var digits = false;
        foreach (var c in text)
        {
            digits |= char.IsAsciiDigit(c);
            if (!char.IsAsciiDigit(c) && c is not (',' or '.' or '-' or '(' or ')' or '%' or ' '))
            {
                return false;
            }
        }

        return digits;
    }
}

/// <summary>合并的单元格，行列均从 0 起。</summary>
/// <param name="Row">First row.</param>
/// <param name="Column">First column.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="LastColumn">Last column.</param>
internal sealed record MergedCells(int Row, int Column, int LastRow, int LastColumn);
