using DocumentFormat.OpenXml.Spreadsheet;
using Mingzhang.Documents.Writing.Composition;

namespace Mingzhang.Documents.Writing.Excel;

/// <summary>说明工作表：title, headings and paragraphs, one a row.</summary>
internal static class NarrativeSheet
{
    private const double Width = 84;
    private const int Line = 38;

    public static Worksheet Sheet(Composed composed)
    {
        var data = new SheetData();
        var number = 1;
        data.Append(Row(number, composed.Title, SheetStyles.Title));
        if (composed.Draft)
        {
            data.Append(Row(++number, "草稿：尚有待填之处，不得公布", SheetStyles.Gap));
        }

        foreach (var block in composed.Blocks)
        {
            if (block is ComposedHeading heading)
            {
                data.Append(Row(++number, heading.Text, SheetStyles.NarrativeHeading));
            }
            else if (block is ComposedParagraph paragraph)
            {
                data.Append(Row(++number, paragraph.Text, paragraph.Runs.Any(r => r is GapRun) ? SheetStyles.Gap : SheetStyles.Narrative));
            }
        }

        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = true }),
            new SheetFormatProperties { DefaultRowHeight = 15 },
            new Columns(new Column { Min = 1, Max = 1, Width = Width, CustomWidth = true }),
            data,
            new PageMargins { Left = 0.8, Right = 0.8, Top = 0.8, Bottom = 0.8, Header = 0.4, Footer = 0.4 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C— &P —")));
    }

    // Rows with wrapped text get no height of their own from every program.
    private static Row Row(int number, string text, uint style)
    {
        var row = TableSheet.Row(number, [TableSheet.Text(0, number, text, style)]);
        row.Height = Math.Min(409, 18 * Math.Max(1, (text.Length + Line - 1) / Line)) + 2;
        row.CustomHeight = true;
        return row;
    }
}
