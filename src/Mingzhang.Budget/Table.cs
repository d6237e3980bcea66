namespace Mingzhang.Budget;

/// <summary>表：one printed table with every cell bound or explained.</summary>
public sealed record Table
{
    /// <summary>表号，按原文 (表二); empty where none is printed.</summary>
    public required string Number { get; init; }

    /// <summary>表名，按原文。</summary>
    public required string Title { get; init; }

    /// <summary>对应的表式的键; null where no form of the book fits.</summary>
    public required string? Form { get; init; }

    /// <summary>金额单位; null where none is printed.</summary>
    public required MoneyUnit? Unit { get; init; }

    /// <summary>位置（表号或表名所在行）。</summary>
    public required Place Place { get; init; }

    /// <summary>各列的栏目路径，从上到下以 / 相连。</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>数据行。</summary>
    public required IReadOnlyList<TableRow> Rows { get; init; }

    /// <summary>表注。</summary>
    public required IReadOnlyList<Passage> Notes { get; init; }

    /// <summary>是否没有读完: the limit of figures was reached in it or before it.</summary>
    public bool Unread { get; init; }

    /// <summary>是否没有一个金额; what was not read is not empty.</summary>
    public bool Empty => !Unread && Rows.All(r => r.Cells.All(c => c.Statement is not AmountStatement { Amount: not null, Blank: false }));

    /// <summary>称呼: the number, or the title where there is none.</summary>
    public string Name => Number.Length > 0 ? Number : Title;
}

/// <summary>表中一行。</summary>
/// <param name="Code">Code as printed, joined; empty where the row has none.</param>
/// <param name="Label">Name as printed, spaces folded.</param>
/// <param name="Place">Where the row stands.</param>
/// <param name="Cells">All cells of the row.</param>
public sealed record TableRow(string Code, string Label, Place Place, IReadOnlyList<TableCell> Cells)
{
    /// <summary>印出的编码，各段以空格相隔, where it differs from what it means (301 2 for 30102); null where it does not.</summary>
    public string? PrintedCode { get; init; }

    /// <summary>称呼: code and name.</summary>
    public string Name => Code.Length == 0 ? Label : Label.Length == 0 ? Code : Code + " " + Label;
}

/// <summary>表中一格。</summary>
/// <param name="Column">Index into <see cref="Table.Columns"/>.</param>
/// <param name="Raw">What was printed.</param>
/// <param name="Statement">What it states; null for labels and for cells that could not be bound.</param>
public sealed record TableCell(int Column, string Raw, Statement? Statement);
