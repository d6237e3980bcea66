using System.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>旧工作簿 xls：the records of Excel 95 to 2003 to paper.</summary>
internal static class OldWorkbook
{
    static OldWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>是否没有外壳的记录流: what some programs write without a compound file around it.</summary>
    public static bool IsStream(ReadOnlySpan<byte> bytes) => bytes.Length > 8 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 or 8 && bytes[2] is > 0 and <= 16 && bytes[3] == 0;

    /// <summary>打开；null where a compound file holds no workbook.</summary>
    public static Opened? Read(string name, string contentId, byte[] bytes, SheetLimits? larger = null)
    {
        if (!CompoundFile.Recognises(bytes))
        {
            return Book(name, contentId, bytes, false, larger);
        }

        var file = CompoundFile.Open(bytes);
        return file.Has("EncryptedPackage") ? ExcelProblems.Encrypted
            : (file.Stream("Workbook") ?? file.Stream("Book")) is { } book ? Book(name, contentId, book, file.Has("_VBA_PROJECT_CUR"), larger) : null;
    }

    private static Opened Book(string name, string contentId, byte[] bytes, bool macros, SheetLimits? larger)
    {
        var stream = new BiffStream(bytes);
        if (BiffGlobals.Read(stream) is not { } globals)
        {
            return bytes.Length > 1 && bytes[0] == 9 && bytes[1] is 0 or 2 or 4 ? ExcelProblems.TooOld : ExcelProblems.Damaged;
        }

        if (globals.Encrypted)
        {
            return ExcelProblems.Encrypted;
        }

        var faults = new List<PaperFault>();
        if (macros)
        {
            faults.Add(new PaperFault("macros", null, ""));
        }

        if (globals.Links > 0)
        {
            faults.Add(new PaperFault("external-links", null, SheetNotes.Text(globals.Links)));
        }

        var limits = larger ?? new SheetLimits();
        var sheets = new List<SheetContent>();
        foreach (var found in globals.Sheets)
        {
            var sheet = new SheetBuilder(found.Name, found.Hidden, limits) { Date1904 = globals.Date1904 };
            if (!stream.From(found.Start).Take(1).Any(r => r.Kind == BiffStream.Bof))
            {
                faults.Add(SheetNotes.Fault("sheet-damaged", found.Name));
                continue;
            }

            new SheetRecords(stream, globals, sheet).Read(found.Start);
            if (sheet.Build(faults) is { } content)
            {
                sheets.Add(content);
            }
        }

        return globals.Sheets.Count == 0 ? ExcelProblems.Damaged : BookPaper.Of(name, contentId, "xls", sheets, faults);
    }
}
