using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Words;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>表样：a form filled with figures of a fictional department, as columns and rows, before it is drawn in any way.</summary>
/// <param name="Form">The form that it prints.</param>
/// <param name="Unit">Money unit of the table.</param>
/// <param name="Columns">Leaves of the header, from left to right.</param>
/// <param name="Rows">Rows of data, one cell for every column.</param>
internal sealed record Sheet(Form Form, MoneyUnit Unit, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows)
{
    public const int Year = 2026;

    public string Title => Sheets.Dated(Form.Title);

    public int Depth => Columns.Max(c => c.Path.Count);

    /// <summary>All figures of the sheet: every one is different.</summary>
    public IReadOnlyList<string> Money => [.. Rows.SelectMany(r => r.Cells.Where((c, i) => Columns[i].Money && c.Length > 0))];

    /// <summary>The columns in another order, or fewer of them: each takes its cells along.</summary>
    public Sheet Ordered(IEnumerable<int> order)
    {
        var list = order.ToList();
        return this with { Columns = [.. list.Select(i => Columns[i])], Rows = [.. Rows.Select(r => r with { Cells = [.. list.Select(i => r.Cells[i])] })] };
    }

    public Sheet Relabelled(Func<string, string> label) => this with { Columns = [.. Columns.Select(c => c with { Path = [.. c.Path.Select(label)] })] };

    /// <summary>A column of the kind put in before the place, with a cell for every row.</summary>
    public Sheet With(int at, SheetColumn column, Func<int, string> cell) => this with
    {
        Columns = [.. Columns.Take(at), column, .. Columns.Skip(at)],
        Rows = [.. Rows.Select((r, i) => r with { Cells = [.. r.Cells.Take(at), cell(i), .. r.Cells.Skip(at)] })],
    };
}

/// <summary>一栏: labels from top to bottom, what it holds, and on which side of the table it stands.</summary>
internal sealed record SheetColumn(IReadOnlyList<string> Path, ColumnKind Kind, int Side)
{
    public bool Money => Kind == ColumnKind.Amount;
}

/// <summary>一行.</summary>
/// <param name="Cells">Cells.</param>
/// <param name="Total">Whether it is the total of the whole table.</param>
internal sealed record SheetRow(IReadOnlyList<string> Cells, bool Total);
