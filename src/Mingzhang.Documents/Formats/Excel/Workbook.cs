using System.Xml;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Excel.Ooxml;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作簿 xlsx：the sheets of an archive to paper.</summary>
internal static class Workbook
{
    public static Opened Read(string name, string contentId, Archive archive, SheetLimits? larger = null)
    {
        try
        {
            if (WorkbookParts.Of(archive) is not { } parts)
            {
                return ExcelProblems.NotWorkbook;
            }

            var faults = new List<PaperFault>(parts.Faults());
            var texts = SharedTexts.Read(archive, parts.SharedStrings);
            var formats = CellFormats.Read(archive, parts.Styles);
            var limits = larger ?? new SheetLimits();
            var sheets = new List<SheetContent>();
            foreach (var part in parts.Sheets)
            {
                var sheet = new SheetBuilder(part.Name, part.Hidden, limits) { Date1904 = parts.Date1904 };
                if (!Sheet(archive, part, sheet, texts, formats))
                {
                    faults.Add(SheetNotes.Fault("sheet-damaged", part.Name));
                }

                if (sheet.Build(faults) is { } content)
                {
                    sheets.Add(content);
                }
            }

            return BookPaper.Of(name, contentId, "xlsx", sheets, faults);
        }
        catch (ArchiveException e)
        {
            return ArchiveProblems.Of(e.Problem);
        }
        catch (XmlException)
        {
            // A reader finds what is wrong in a long text only when the text is asked for.
            return ArchiveProblems.Of(ArchiveProblem.Damaged);
        }
    }

    // A sheet that breaks off is read as far as it goes; what goes beyond the limits of the archive is refused as a whole.
    private static bool Sheet(Archive archive, SheetPart part, SheetBuilder sheet, List<string> texts, CellFormats formats)
    {
        try
        {
            using var stream = archive.Stream(part.Part);
            if (stream is null)
            {
                return false;
            }

            using var reader = SafeXml.Reader(stream);
            new SheetXml(reader, sheet, texts, formats).Read();
            return true;
        }
        catch (ArchiveException e) when (e.Problem == ArchiveProblem.Damaged)
        {
            return false;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
