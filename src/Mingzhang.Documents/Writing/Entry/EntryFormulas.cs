using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Excel;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的公式：a cell whose point is divided by the cells of its column or its row is their sum, whatever will be filled in. Rows that wait for a
/// code are added by its length: 类 and 款 are sums of their 项.</summary>
internal sealed class EntryFormulas
{
    private readonly ComposedTable _table;
    private readonly int _first;
    private readonly Func<int, bool?> _change;
    private readonly List<int> _codes;

    /// <param name="table">The empty table.</param>
    /// <param name="first">Row of the sheet in which its first line stands.</param>
    /// <param name="change">Whether a column prints a change in percent (true) or as an amount (false); null for any other.</param>
    public EntryFormulas(ComposedTable table, int first, Func<int, bool?> change)
    {
        _table = table;
        _first = first;
        _change = change;
        _codes = [.. Enumerable.Range(0, table.Columns.Count).Where(c => table.Columns[c] == CellKind.Code && table.Rows.Any(Waits))];
    }

    /// <summary>某格的公式; null for a cell to be filled in.</summary>
    public EntryFormula? Of(int row, int column)
    {
        if (At(row, column) is not { } point)
        {
            return _change(column) is { } percent && _table.Rows[row].Cells.Where((c, i) => _change(i) is not null).Select(c => c.Point).OfType<Point>().FirstOrDefault() is { } of ? Change(row, of, percent) : null;
        }

        if (Waits(row, column))
        {
            return Row(row, column, point) is { } sum ? new EntryFormula(sum, true) : _codes.Count > 0 && Longest > 3 && Below(row, column) is { } below ? new EntryFormula(below, false) : null;
        }

        return (Column(row, column, point) ?? Row(row, column, point)) is { } formula ? new EntryFormula(formula, true) : null;
    }

    /// <summary>某行是否等着选科目。</summary>
    public static bool Waits(ComposedRow row) => row.Cells.Any(c => c.Kind == CellKind.Name && EntryDraft.Waits(c.Text));

    /// <summary>某行的编码，由各栏连成。</summary>
    public string Code(int row, int columns) => string.Join('&', _codes.Take(columns).Select(c => "$" + Address(row, c)));

    /// <summary>编码在第几栏; -1 where the column holds none.</summary>
    public int Level(int column) => _codes.IndexOf(column);

    /// <summary>编码所占的栏数。</summary>
    public int CodeColumns => _codes.Count;

    private int Longest => _table.Rows.SelectMany(r => r.Cells).Select(c => c.Point?.Key("function")).OfType<string>().Where(EntryDraft.Waits).Select(c => c.Length).DefaultIfEmpty(0).Max();

    private Point? At(int row, int column) => _table.Columns[column] == CellKind.Amount && _change(column) is null ? _table.Rows[row].Cells[column].Point : null;

    private bool Waits(int row, int column) => At(row, column)?.Key("function") is { } code && EntryDraft.Waits(code);

    private string? Column(int row, int column, Point point)
    {
        var parts = Largest(Enumerable.Range(0, _table.Rows.Count).Where(r => r != row && At(r, column) is { } at && Inside(point, at)).Select(r => new Part(r, At(r, column)!)).ToList());
        var fixedParts = parts.FindAll(p => !Waits(p.Index, column));
        if (parts.Count < 2 || !Disjoint(parts))
        {
            return null;
        }

        var cells = fixedParts.ConvertAll(p => Address(p.Index, column));
        if (fixedParts.Count == parts.Count)
        {
            return Sum(cells);
        }

        // The rows that wait are one block.
        var waiting = Enumerable.Range(0, _table.Rows.Count).Where(r => Waits(r, column)).ToList();
        var block = Address(waiting[0], column) + ":" + Address(waiting[^1], column);
        var codes = string.Join('&', _codes.Select(c => $"${Address(waiting[0], c)}:${Address(waiting[^1], c)}"));
        var added = _codes.Count == 0 || Longest == 3 ? $"SUM({block})" : $"SUMPRODUCT((LEN({codes})={Number(Longest)})*1,{block})";
        return $"IF(COUNT({string.Join(',', cells.Append(block))})=0,\"\",ROUND({string.Join('+', cells.Select(c => $"N({c})").Append(added))},2))";
    }

    private string? Row(int row, int column, Point point)
    {
        var parts = Largest(Enumerable.Range(0, _table.Columns.Count).Where(c => c != column && At(row, c) is { } at && Inside(point, at)).Select(c => new Part(c, At(row, c)!)).ToList());
        return parts.Count > 1 && Disjoint(parts) ? Sum(parts.ConvertAll(p => Address(row, p.Index))) : null;
    }

    // Of a 类 or 款 the 项 below; who types a figure replaces it.
    private string? Below(int row, int column)
    {
        var last = Enumerable.Range(0, _table.Rows.Count).Last(r => Waits(r, column));
        var code = $"({Code(row, _codes.Count)})";
        if (row == last)
        {
            return null;
        }

        var codes = string.Join('&', _codes.Select(c => $"${Address(row + 1, c)}:${Address(last, c)}"));
        var inside = $"(LEFT({codes},LEN{code})={code})*(LEN({codes})={Number(Longest)})";
        var amounts = Address(row + 1, column) + ":" + Address(last, column);
        return $"IF(OR(LEN{code}=0,LEN{code}={Number(Longest)}),\"\",IF(SUMPRODUCT({inside}*ISNUMBER({amounts}))=0,\"\",ROUND(SUMPRODUCT({inside},{amounts}),2)))";
    }

    private EntryFormula? Change(int row, Point of, bool percent)
    {
        var columns = Enumerable.Range(0, _table.Columns.Count).ToList();
        var now = columns.FindIndex(c => At(row, c)?.Equals(of) == true);
        var before = columns.FindIndex(c => At(row, c) is { } at && !at.Equals(of) && Timeless(at).SequenceEqual(Timeless(of)));
        if (now < 0 || before < 0)
        {
            return null;
        }

        var (n, b) = (Address(row, now), Address(row, before));
        return new EntryFormula(percent ? $"IF(N({b})=0,\"\",ROUND((N({n})-N({b}))/N({b})*100,2))" : $"IF(COUNT({n},{b})=0,\"\",ROUND(N({n})-N({b}),2))", true);
    }

    private static IEnumerable<Member> Timeless(Point point) => point.Members.Where(m => m.Dimension.Key is not ("year" or "phase"));

    private static bool Inside(Point whole, Point part) => whole.Contains(part) && !whole.Equals(part);

    private static List<Part> Largest(List<Part> parts) => parts.FindAll(p => !parts.Exists(o => !ReferenceEquals(o, p) && o.At.Contains(p.At) && !o.At.Equals(p.At)));

    private static bool Disjoint(List<Part> parts) => parts.TrueForAll(p => parts.TrueForAll(o => ReferenceEquals(o, p) || !o.At.Agrees(p.At)));

    private static string Sum(List<string> cells) => $"IF(COUNT({string.Join(',', cells)})=0,\"\",ROUND(SUM({string.Join(',', cells)}),2))";

    private string Address(int row, int column) => SheetFormulas.Letters(column) + Number(_first + row);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Part(int Index, Point At);
}

/// <summary>公式。</summary>
/// <param name="Text">Without the sign of equality.</param>
/// <param name="Locked">Whether nobody may type over it.</param>
internal sealed record EntryFormula(string Text, bool Locked);
