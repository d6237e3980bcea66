using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>合计公式：a cell that prints exactly the sum of the largest figures inside it, in its column or else in its row, is computed from them.</summary>
internal sealed class SheetFormulas
{
    private const int MostRows = 3000;
    private const int MostParts = 200;
    private readonly ComposedTable _table;
    private readonly int _first;

    /// <param name="table">The table.</param>
    /// <param name="first">Row of the sheet in which its first line stands.</param>
    public SheetFormulas(ComposedTable table, int first)
    {
        _table = table;
        _first = first;
    }

    /// <summary>某格的公式; null where it is a figure of its own.</summary>
    public string? Of(int row, int column)
    {
        if (_table.Rows.Count > MostRows || _table.Rows[row].Cells[column] is not { Yuan: { } yuan, Point: { } point })
        {
            return null;
        }

        var printed = Printed(yuan, _table);
        return Column(row, column, point, printed) ?? Row(row, column, point, printed);
    }

    /// <summary>所印的数: what stands in the cell is what is shown, so that nobody finds a sum that seems wrong.</summary>
    public static decimal Printed(decimal yuan, ComposedTable table) => Math.Round(yuan / table.Unit.Factor, 2, MidpointRounding.AwayFromZero);

    /// <summary>列名，如 A、AB。</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return letters;
    }

    private string? Column(int row, int column, Point point, decimal printed)
    {
        List<Part> parts = [];
        for (var r = 0; r < _table.Rows.Count; r++)
        {
            if (r != row && _table.Rows[r].Cells[column] is { Yuan: { } own, Point: { } at } && point.Contains(at) && !point.Equals(at))
            {
                parts.Add(new Part(r, Printed(own, _table), at));
            }
        }

        return Sum(parts, printed) is { } rows ? Ranges([.. rows.Select(r => r.Index)], r => Letters(column) + Number(_first + r)) : null;
    }

    private string? Row(int row, int column, Point point, decimal printed)
    {
        List<Part> parts = [];
        for (var c = 0; c < _table.Columns.Count; c++)
        {
            if (c != column && _table.Rows[row].Cells[c] is { Yuan: { } own, Point: { } at } && point.Contains(at) && !point.Equals(at))
            {
                parts.Add(new Part(c, Printed(own, _table), at));
            }
        }

        return Sum(parts, printed) is { } columns ? Ranges([.. columns.Select(c => c.Index)], c => Letters(c) + Number(_first + row)) : null;
    }

    // The largest of those inside: what lies in another of them is counted there.
    private static List<Part>? Sum(List<Part> parts, decimal whole)
    {
        var largest = parts.FindAll(p => !parts.Exists(o => o != p && o.At.Contains(p.At) && !o.At.Equals(p.At)));
        return largest.Count is > 1 and <= MostParts && largest.Sum(p => p.Amount) == whole ? largest
            : largest.Count == 1 && largest[0].Amount == whole && whole != 0 ? largest : null;
    }

    private static string Ranges(List<int> places, Func<int, string> name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < places.Count;)
        {
            var end = i;
            while (end + 1 < places.Count && places[end + 1] == places[end] + 1)
            {
                end++;
            }

            text.Append(text.Length > 0 ? "," : "").Append(name(places[i]));
            if (end > i)
            {
                text.Append(':').Append(name(places[end]));
            }

            i = end + 1;
        }

        return $"SUM({text})";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private sealed record Part(int Index, decimal Amount, Point At);
}
