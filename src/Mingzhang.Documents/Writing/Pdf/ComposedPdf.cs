using System.Globalization;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Documents.Writing.Pdf;

/// <summary>成稿写成 PDF：cover line, contents with links, narrative, then tables, wide ones across; the open data of the same figures travel inside as
/// attachments. Needs a Chinese TrueType font of the system; without one it says which to install.</summary>
public static class ComposedPdf
{
    private static readonly Lazy<PdfFontLibrary> Fonts = new(SystemFonts.Library);

    /// <summary>写成 PDF; why not, and what to do, where it cannot be.</summary>
    public static WrittenFile Write(Written written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return WrittenFile.Of(PdfWriter.Write(Book(written), Fonts.Value));
    }

    private static PdfBook Book(Written written)
    {
        var composed = written.Composed;
        var sections = new List<PdfSection>();
        List<PdfBlock> open = [new PdfTitle(composed.Title), new PdfContents("目录"), new PdfPageBreak()];
        var across = false;
        foreach (var block in composed.Blocks)
        {
            var wide = block is ComposedTable { Landscape: true };
            if (wide != across)
            {
                Close();
                across = wide;
            }

            open.AddRange(Blocks(block));
        }

        Close();
        return new PdfBook(new PdfMetadata(composed.Title) { Author = composed.Entity.Length == 0 ? null : composed.Entity, Subject = composed.Year is { } year ? year.ToString(CultureInfo.InvariantCulture) + "年度预决算公开" : null, Creator = "Mingzhang 明账" }, sections)
        {
            Watermark = composed.Draft ? "草稿" : null,
            Attachments =
            [
                new PdfAttachment("figures.csv", OpenFigures.CsvBytes(written.Library, written.Disclosure.Value), "text/csv", PdfRelationship.Data) { Description = "全部数字（CSV）" },
                new PdfAttachment("figures.json", OpenFigures.Json(written.Library, written.Disclosure.Value), "application/json", PdfRelationship.Data) { Description = "全部数字（JSON）" },
            ],
        };

        void Close()
        {
            if (open.Count > 0)
            {
                sections.Add(new PdfSection(open) { Landscape = across });
                open = [];
            }
        }
    }

    private static IEnumerable<PdfBlock> Blocks(ComposedBlock block) => block switch
    {
        ComposedHeading heading => [new PdfHeading(heading.Level, heading.Text)],
        ComposedParagraph { Closing: true } closing => [new PdfParagraph(closing.Text) { Indented = false, Align = PdfAlign.Left, KeptWithPrevious = true }],
        ComposedParagraph paragraph => [new PdfParagraph(paragraph.Text)],
        ComposedTable table => [Table(table)],
        _ => [],
    };

    private static PdfTable Table(ComposedTable table) => new(table.Columns.Count, [.. table.Header.Select(r => Row(r, table.Columns, bold: false))], [.. table.Rows.Select(r => Row(r.Cells, table.Columns, r.Total))])
    {
        Number = table.Number.Length == 0 ? null : table.Number,
        Title = table.Title,
        Owner = table.EntityLine.Length == 0 ? null : table.EntityLine,
        Unit = table.UnitLine.Length == 0 ? null : table.UnitLine,
        Notes = table.Notes,
        Landscape = table.Landscape,
        Level = 2,
    };

    private static PdfRow Row(IReadOnlyList<ComposedCell> cells, IReadOnlyList<CellKind> columns, bool bold)
    {
        var printed = new List<PdfCell>();
        for (var c = 0; c < cells.Count; c++)
        {
            var cell = cells[c];
            if (cell.Kind != CellKind.Covered)
            {
                printed.Add(new PdfCell(cell.Text) { ColumnSpan = cell.Columns, RowSpan = cell.Rows, Align = Align(cell, columns[c]), IsRowHeader = cell.Kind == CellKind.Name });
            }
        }

        return new PdfRow(printed) { Bold = bold };
    }

    private static PdfAlign Align(ComposedCell cell, CellKind column) => cell.Kind is CellKind.Amount or CellKind.Number ? PdfAlign.Right
        : cell.Kind == CellKind.Text && column == CellKind.Text ? PdfAlign.Left : PdfAlign.Automatic;
}
