using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作簿的上限：far more than any disclosure has; beyond it nothing is read, and that is told.</summary>
/// <param name="rows">最多的行数。</param>
/// <param name="cells">最多的单元格数。</param>
/// <param name="characters">最多的字数。</param>
internal sealed class SheetLimits(int rows = 100_000, int cells = 100_000, int characters = 8_000_000)
{
    /// <summary>单元格过多。</summary>
    public const string Cells = "cells";

    /// <summary>合并单元格过多。</summary>
    public const string Merges = "merges";

    /// <summary>在远处的行列。</summary>
    public const string Far = "far";

    /// <summary>最多的列数。</summary>
    public const int Columns = PaperDocument.MostColumns;

    /// <summary>最多的行数。</summary>
    public int Rows => rows;

    private const int MostMerges = 50_000;
    private int _cells;
    private int _merges;
    private int _characters;

    /// <summary>一张网格最多的格数, blank ones included.</summary>
    public int Area => Math.Max(1_000_000, cells);

    /// <summary>整张导入的表：lines by the hundred thousand, in one sheet of a file that its user chose.</summary>
    public static SheetLimits ForRows() => new(250_000, 4_000_000, 64_000_000) { Whole = true };

    /// <summary>是否整张导入: then every cell that is not sound is told, and which numbers are kept as text.</summary>
    public bool Whole { get; private init; }

    /// <summary>再读一格; false where there are too many.</summary>
    public bool Cell(int length)
    {
        _characters += Math.Min(length, characters);
        return ++_cells <= cells && _characters <= characters;
    }

    /// <summary>再读一处合并; false where there are too many.</summary>
    public bool Merge() => ++_merges <= MostMerges;
}
