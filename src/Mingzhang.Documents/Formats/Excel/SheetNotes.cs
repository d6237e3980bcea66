using System.Globalization;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>关于工作表的说明：hidden rows and columns, digits that are stored but not displayed, errors and formulas without results. The detail of
/// a fault begins with the sheet, its parts are separated by tabs.</summary>
/// <param name="sheet">Name of the sheet.</param>
/// <param name="all">Whether every cell is named: who imports a table mends each; who reads a report needs examples.</param>
internal sealed class SheetNotes(string sheet, bool all)
{
    private const int MostExamples = 3;
    private const int MostNamed = 12;
    private const int MostKept = 1000;
    private readonly List<HiddenDigits> _hidden = [];
    private readonly List<CellText> _errors = [];
    private readonly List<CellText> _missing = [];

    public static PaperFault Fault(string kind, string sheet, params string[] parts) => new(kind, null, string.Join('\t', parts.Prepend(sheet.Replace('\t', ' '))));

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    public void Hides(int row, int column, string shown, double stored)
    {
        if (_hidden.Count < MostKept)
        {
            _hidden.Add(new HiddenDigits(row, column, shown, stored));
        }
    }

    public void Error(int row, int column, string error) => Keep(_errors, row, column, error);

    public void NoResult(int row, int column) => Keep(_missing, row, column, "");

    /// <summary>说明。</summary>
    public void Tell(List<PaperFault> faults, List<int> hiddenRows, List<int> hiddenColumns, Func<int, int, bool> seen)
    {
        if (hiddenRows.Count > 0)
        {
            faults.Add(Fault("hidden-rows", sheet, Text(hiddenRows.Count), Runs(hiddenRows, r => Text(r + 1))));
        }

        if (hiddenColumns.Count > 0)
        {
            faults.Add(Fault("hidden-columns", sheet, Text(hiddenColumns.Count), Runs(hiddenColumns, CellAddress.Letter)));
        }

        var digits = _hidden.FindAll(h => seen(h.Row, h.Column));
        if (digits.Count > 0)
        {
            faults.Add(Fault("hidden-digits", sheet, [Text(digits.Count), .. digits.Take(all ? MostKept : MostExamples).SelectMany(h => new[] { new CellAddress(sheet, h.Row, h.Column).Name, h.Shown, h.Stored.ToString("G15", CultureInfo.InvariantCulture) })]));
        }

        Cells(faults, "error-values", _errors.FindAll(e => seen(e.Row, e.Column)));
        Cells(faults, "no-results", _missing.FindAll(e => seen(e.Row, e.Column)));
    }

    private void Cells(List<PaperFault> faults, string kind, List<CellText> cells)
    {
        if (cells.Count > 0)
        {
            faults.Add(Fault(kind, sheet, [Text(cells.Count), .. cells.Take(all ? MostKept : MostNamed).SelectMany(c => new[] { new CellAddress(sheet, c.Row, c.Column).Name, c.Text })]));
        }
    }

    private static void Keep(List<CellText> kept, int row, int column, string text)
    {
        if (kept.Count < MostKept)
        {
            kept.Add(new CellText(row, column, text));
        }
    }

    // 5–7, 9
    private string Runs(List<int> numbers, Func<int, string> name)
    {
        var runs = new List<string>();
        for (var i = 0; i < numbers.Count && runs.Count < (all ? MostKept : MostNamed); i++)
        {
            var from = i;
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
            {
                i++;
            }

            runs.Add(from == i ? name(numbers[i]) : name(numbers[from]) + "–" + name(numbers[i]));
        }

        return string.Join(", ", runs);
    }

    private sealed record HiddenDigits(int Row, int Column, string Shown, double Stored);

    private sealed record CellText(int Row, int Column, string Text);
}
