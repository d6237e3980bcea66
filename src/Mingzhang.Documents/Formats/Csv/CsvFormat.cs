using System.Globalization;
using Mingzhang.Documents.Formats.Excel;
using Mingzhang.Documents.Formats.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Csv;

/// <summary>分隔文本 CSV：separated fields to paper. One file may hold several tables with their titles, as a sheet of a workbook does.</summary>
public static class CsvFormat
{
    /// <summary>读成纸面; null where the text is no table of separated fields.</summary>
    public static PaperDocument? Read(string name, string contentId, string encoding, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Separator.Find(text) is not { } separator)
        {
            return null;
        }

        var faults = new List<PaperFault>();
        var rows = new List<SheetRow>();
        foreach (var row in SeparatedRows.Of(text, separator))
        {
            if (row.Fields.Count > PaperDocument.MostColumns)
            {
                faults.Add(new PaperFault(PaperFault.TooWide, null, string.Create(CultureInfo.InvariantCulture, $"{row.Line} {row.Fields.Count}")));
                continue;
            }

            rows.Add(new SheetRow(rows.Count, row.Line, Filled(row.Fields), row.AfterGap));
        }

        return new PaperDocument(name, contentId, encoding, SheetBlocks.Of(new SheetContent(null, rows, []))) { Format = "csv", Faults = faults };
    }

    private static List<FilledCell> Filled(List<SeparatedField> fields)
    {
        var cells = new List<FilledCell>();
        for (var c = 0; c < fields.Count; c++)
        {
            var text = CellMarks.Plain(fields[c].Text).ToString();
            if (Defused(text.Trim()) is { Length: > 0 } shown)
            {
                cells.Add(new FilledCell(c, shown, fields[c].Start + text.Length - text.TrimStart().Length));
            }
        }

        return cells;
    }

    // ="0101" keeps the zeros of a code, '=… keeps a spreadsheet from reading a formula: neither is part of what is meant.
    private static string Defused(string text) => text switch
    {
        ['=', '"', .. var quoted, '"'] => quoted,
        ['\'', '=' or '+' or '-' or '@', ..] => text[1..],
        _ => text,
    };
}
