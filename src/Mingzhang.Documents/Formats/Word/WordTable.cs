using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>表的一格，as the file has it.</summary>
internal sealed class WordCell(int column)
{
    public int Column { get; } = column;

    public int Columns { get; set; } = 1;

    /// <summary>是否接着上一行的格。</summary>
    public bool Below { get; set; }

    /// <summary>是否接着左边的格。</summary>
    public bool Beside { get; set; }

    /// <summary>是否已删去。</summary>
    public bool Deleted { get; set; }

    public int Rows { get; set; } = 1;

    public string Text { get; set; } = "";

    public IReadOnlyList<Block> Blocks { get; set; } = [];

    /// <summary>格内的表: how many cells they have.</summary>
    public int Nested => Blocks.OfType<Grid>().Sum(g => g.Rows.Sum(r => r.Cells.Count));
}

/// <summary>表：rows of cells as the file has them, with the widths of the columns that it was drawn on.</summary>
internal sealed class WordTable(int ordinal)
{
    /// <summary>第几个表，从 1 起。</summary>
    public int Ordinal { get; } = ordinal;

    public List<int> Widths { get; } = [];

    public List<List<WordCell>> Rows { get; } = [];

    /// <summary>铺满之后各线的位置。</summary>
    public int[] Drawn { get; set; } = [];

    public IEnumerable<WordCell> Cells => Rows.SelectMany(r => r);

    /// <summary>列数。</summary>
    public int Width => Rows.Count == 0 ? 0 : Rows.Max(r => r.Count == 0 ? 0 : r[^1].Column + r[^1].Columns);
}
