using System.Diagnostics;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Tests.Pdf.Writing;

/// <summary>写出来再看：books written with the fonts of this machine.</summary>
internal static class Written
{
    private static readonly PdfFontLibrary Fonts = SystemFonts.Library();

    public static PdfMade Make(params PdfBlock[] blocks) => Make(new PdfBook(new PdfMetadata("部门预算"), [new PdfSection(blocks) { Numbered = false }]));

    public static PdfMade Make(PdfBook book)
    {
        var written = PdfWriter.Write(book, Fonts);
        if (written is PdfNotWritten { Kind: PdfRefusal.NoFont } none)
        {
            Assert.Skip(none.Chinese);
        }

        return Assert.IsType<PdfMade>(written);
    }

    public static IReadOnlyList<PdfPage> Pages(PdfMade made)
    {
        var document = PdfDocument.Open(made.Bytes);
        var pages = document.ReadPages().ToList();
        Assert.Empty(document.Faults);
        return pages;
    }

    public static IEnumerable<string> Lines(PdfPage page) =>
        page.Glyphs.GroupBy(g => Math.Round(g.Baseline, 1)).OrderBy(g => g.Key).Select(g => string.Concat(g.OrderBy(x => x.Left).Select(x => x.Text)));

    public static string Text(PdfMade made) => string.Concat(Pages(made).SelectMany(p => p.Glyphs).Select(g => g.Text));

    public static PdfRow Row(params string[] texts) => new([.. texts.Select(t => new PdfCell(t))]);

    /// <summary>qpdf 的检查：what it says; skipped where it is absent.</summary>
    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes.ToArray());
            using var process = Process.Start(new ProcessStartInfo("qpdf", ["--check", path]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs qpdf, which is not here");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
