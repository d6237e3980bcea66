using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Word;

/// <summary>文档中的表：in Word, header rows repeat on every page, rows are not divided, spans are merged cells.</summary>
internal static class WordTable
{
    public static Table Of(ComposedTable table, int width)
    {
        var small = table.Landscape || table.Columns.Count > 6;
        var widths = Widths(table, width, small ? 95 : 112);
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = WordStyles.Grid }, new TableWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa }, new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = WordText.Clean(table.Title) }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        var above = new int[widths.Length];
        var spans = new int[widths.Length];
        foreach (var row in table.Header)
        {
            result.Append(Row(row, true, false));
        }

        foreach (var row in table.Rows)
        {
            result.Append(Row(row.Cells, false, row.Total));
        }

        return result;

        TableRow Row(IReadOnlyList<ComposedCell> cells, bool header, bool total)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (header)
            {
                properties.Append(new TableHeader());
            }

            var line = new TableRow(properties);
            for (var c = 0; c < cells.Count;)
            {
                var cell = cells[c];
                var goesOn = cell.Kind == CellKind.Covered && above[c] > 0;
                if (cell.Kind == CellKind.Covered && !goesOn)
                {
                    c++;
                    continue;
                }

                if (!goesOn)
                {
                    (above[c], spans[c]) = (cell.Rows, cell.Columns);
                }

                above[c]--;
                var span = spans[c];
                var cellProperties = new TableCellProperties(new TableCellWidth { Width = Text(widths.Skip(c).Take(span).Sum()), Type = TableWidthUnitValues.Dxa });
                if (span > 1)
                {
                    cellProperties.Append(new GridSpan { Val = span });
                }

                if (goesOn || cell.Rows > 1)
                {
                    cellProperties.Append(new VerticalMerge { Val = goesOn ? MergedCellValues.Continue : MergedCellValues.Restart });
                }

                if (header || total || cell.Kind == CellKind.Label)
                {
                    cellProperties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = total ? "F7F4EA" : "F1F3F5" });
                }

                cellProperties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
                line.Append(new TableCell(cellProperties, Paragraph(goesOn ? ComposedCell.Blank : cell, header || total, small)));
                c += span;
            }

            return line;
        }
    }

    private static Paragraph Paragraph(ComposedCell cell, bool bold, bool small)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = small ? WordStyles.Cell : WordStyles.LargeCell });
        if (cell.Kind is CellKind.Label)
        {
            properties.Append(new Justification { Val = JustificationValues.Center });
        }
        else if (cell.Kind is CellKind.Amount or CellKind.Number)
        {
            properties.Append(new Justification { Val = JustificationValues.Right });
        }

        var paragraph = new Paragraph(properties);
        if (cell.Text.Trim().Length > 0)
        {
            var run = WordText.Run(cell.Text.Trim());
            if (bold)
            {
                run.PrependChild(new RunProperties(new Bold()));
            }

            paragraph.Append(run);
        }

        return paragraph;
    }

    // Amounts need the room of their longest figure; words share what is left.
    private static int[] Widths(ComposedTable table, int width, int digit)
    {
        const int Least = 340;
        var count = table.Columns.Count;
        var wanted = new double[count];
        for (var c = 0; c < count; c++)
        {
            var own = table.Rows.Select(r => r.Cells[c]).Where(x => x is { Columns: 1, Kind: not CellKind.Covered }).Select(x => Length(x.Text)).DefaultIfEmpty(0).Max();
            var head = table.Header.Select(h => h[c]).Where(x => x is { Columns: 1, Kind: not CellKind.Covered }).Select(x => Math.Min(Length(x.Text), 12)).DefaultIfEmpty(0).Max();
            var most = table.Columns[c] switch { CellKind.Amount or CellKind.Number or CellKind.Code => 24, _ => 44 };
            wanted[c] = Math.Max(Least, (Math.Clamp(Math.Max(own, head), 2, most) * digit) + 140);
        }

        var fixedWidth = Enumerable.Range(0, count).Where(c => Firm(table.Columns[c])).Sum(c => wanted[c]);
        var loose = wanted.Sum() - fixedWidth;
        var scale = loose > 0 && fixedWidth < width * 0.8 ? (width - fixedWidth) / loose : 0;
        var widths = Enumerable.Range(0, count).Select(c => (int)(scale > 0 ? Firm(table.Columns[c]) ? wanted[c] : wanted[c] * scale : wanted[c] * width / wanted.Sum())).ToArray();
        widths[^1] += width - widths.Sum();
        return widths;
    }

    private static bool Firm(CellKind kind) => kind is CellKind.Amount or CellKind.Number or CellKind.Code;

    private static int Length(string text) => text.Sum(c => c < 0x2e80 ? 1 : 2);

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
