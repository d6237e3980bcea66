using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作簿的上限：far more than any disclosure has; beyond it nothing is read, and that is told.</summary>
internal sealed class SheetLimits
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
    public const int Rows = 100_000;

    private const int MostCells = 100_000;
    private const int MostMerges = 50_000;
    private const int MostCharacters = 8_000_000;
    private int _cells;
    private int _merges;
    private int _characters;

    /// <summary>再读一格; false where there are too many.</summary>
    public bool Cell(int length)
    {
        _characters += Math.Min(length, MostCharacters);
        return ++_cells <= MostCells && _characters <= MostCharacters;
    }

    /// <summary>再读一处合并; false where there are too many.</summary>
    public bool Merge() => ++_merges <= MostMerges;
}
