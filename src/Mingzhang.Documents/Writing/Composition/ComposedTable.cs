using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>成稿的表：everything that stands above, in and below one printed table.</summary>
public sealed record ComposedTable : ComposedBlock
{
    /// <summary>表号，按印出 (表二、公开01表); empty where it bears none.</summary>
    public required string Number { get; init; }

    /// <summary>表名，按印出。</summary>
    public required string Title { get; init; }

    /// <summary>表式的键; null for a table of no form.</summary>
    public required string? Form { get; init; }

    /// <summary>编制部门一行; empty where there is none.</summary>
    public required string EntityLine { get; init; }

    /// <summary>单位一行; empty where the table holds no money.</summary>
    public required string UnitLine { get; init; }

    /// <summary>金额单位。</summary>
    public required MoneyUnit Unit { get; init; }

    /// <summary>各栏所装。</summary>
    public required IReadOnlyList<CellKind> Columns { get; init; }

    /// <summary>栏目各行: full width, covered places included; empty for a table whose labels stand beside their values.</summary>
    public required IReadOnlyList<IReadOnlyList<ComposedCell>> Header { get; init; }

    /// <summary>数据各行。</summary>
    public required IReadOnlyList<ComposedRow> Rows { get; init; }

    /// <summary>表注: the nil statement of an empty table.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>是否宜横排: more columns than an upright page holds.</summary>
    public bool Landscape => Columns.Count > 6;

    /// <summary>连表号的表名。</summary>
    public string Heading => Number.Length == 0 ? Title : Number + " " + Title;
}

/// <summary>数据行。</summary>
/// <param name="Cells">Full width, covered places included.</param>
/// <param name="Total">Whether it is the total of its column.</param>
public sealed record ComposedRow(IReadOnlyList<ComposedCell> Cells, bool Total);

/// <summary>一格。</summary>
/// <param name="Text">As printed.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Columns">Columns that it spans.</param>
/// <param name="Rows">Rows that it spans.</param>
public sealed record ComposedCell(string Text, CellKind Kind, int Columns = 1, int Rows = 1)
{
    /// <summary>被跨行跨列的格子盖住之处。</summary>
    public static ComposedCell Covered { get; } = new("", CellKind.Covered);

    /// <summary>空格。</summary>
    public static ComposedCell Blank { get; } = new("", CellKind.Text);

    /// <summary>所量的点; null for words.</summary>
    public Point? Point { get; init; }

    /// <summary>确切金额，以元计; null where the cell is blank or no money.</summary>
    public decimal? Yuan { get; init; }

    /// <summary>百分比; null where it is none.</summary>
    public decimal? Percent { get; init; }
}

/// <summary>一格所装。</summary>
public enum CellKind
{
    /// <summary>文字。</summary>
    Text,

    /// <summary>编码。</summary>
    Code,

    /// <summary>名称: the head of its row.</summary>
    Name,

    /// <summary>金额。</summary>
    Amount,

    /// <summary>数字而非金额（权重、序号）。</summary>
    Number,

    /// <summary>栏目名。</summary>
    Label,

    /// <summary>被盖住之处。</summary>
    Covered,
}
