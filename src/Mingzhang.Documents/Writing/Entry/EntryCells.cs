using System.Globalization;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Writing.Entry;

/// <summary>填报表的格子：what stands where, by sheet and address.</summary>
internal sealed class EntryCells
{
    private const int Columns = 3;
    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);

    public EntryCells(PaperDocument paper)
    {
        foreach (var block in paper.Blocks)
        {
            if (block is TextLine { Cell: { } at } line)
            {
                Put(at, line.Text);
            }
            else if (block is Grid grid)
            {
                foreach (var cell in grid.Rows.SelectMany(r => r.Cells).Where(c => c.Address is not null && c.Text.Length > 0))
                {
                    Put(cell.Address!, cell.Text);
                }
            }
        }
    }

    public string At(string sheet, int row, int column) => _cells.GetValueOrDefault(Key(sheet, row, column), "");

    /// <summary>某表自首行起各行的三栏。</summary>
    public IEnumerable<string[]> Rows(string sheet)
    {
        for (var r = EntryBasics.FirstRow; r <= _last.GetValueOrDefault(sheet, -1); r++)
        {
            yield return [.. Enumerable.Range(0, Columns).Select(c => At(sheet, r, c))];
        }
    }

    // A cell of several lines is several lines of text where it stands alone in its row.
    private void Put(CellAddress at, string text)
    {
        var key = Key(at.Sheet, at.Row, at.Column);
        _cells[key] = _cells.TryGetValue(key, out var known) ? known + "\n" + text : text;
        _last[at.Sheet] = Math.Max(_last.GetValueOrDefault(at.Sheet), at.Row);
    }

    private static string Key(string sheet, int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{sheet}!{row},{column}");
}
