using System.Globalization;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Pdf;

namespace Mingzhang.Bench.Whole;

/// <summary>与别的工具相比：what somebody without this program would take, on the same files in the same run, each a process from start to end.</summary>
internal static class ComparedFigures
{
    private const int Least = 6;
    private const string Module = "python3-";
    private const string MinerOne = "import sys\nfrom pdfminer.high_level import extract_text_to_fp\nfrom pdfminer.layout import LAParams\nimport io\nextract_text_to_fp(open(sys.argv[1],'rb'), io.BytesIO(), laparams=LAParams(), output_type='xml')";
    private const string OpenpyxlOne = "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1])\nprint(sum(1 for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None))";

    public static void Run(Page page, IReadOnlyList<Grown> sizes, string program, string folder, int rounds)
    {
        page.Section("Beside what one would take instead", "Each a process from its start to its end, median of several, on the same files; *this program* reads the figures with their meaning, the others give text with places, cells, or a picture of the page. "
            + "The file is the small and the middle one of above; in brackets the most memory that the process held. More than 1 in the last column means that this program is slower.");
        page.Head("what", "size", "this program", "the other", "times as long");
        foreach (var (size, named) in sizes.Take(2).Zip(["small", "middle"]))
        {
            var (pdf, docx, xlsx, model) = (Put("a.pdf"), Put("a.docx"), Put("a.xlsx"), Put("a.json"));
            var ours = Outside.Of(rounds, program, "read", pdf, "--format", "json");
            Beside("PDF read, beside `pdftotext -bbox-layout`", "pdftotext", () => Outside.Of(rounds, "pdftotext", "-bbox-layout", pdf, "/dev/null"));
            Beside("PDF read, beside pdfminer to XML", "python3-pdfminer", () => Outside.Of(Math.Min(rounds, 3), Outside.Python, "-c", MinerOne, pdf));
            ours = Outside.Of(rounds, program, "check", pdf, "--format", "json");
            Beside("PDF read, all rules checked, reported, beside `pdftotext -bbox-layout`, which checks nothing", "pdftotext", () => Outside.Of(rounds, "pdftotext", "-bbox-layout", pdf, "/dev/null"));
            ours = Outside.Of(rounds, program, "read", xlsx, "--format", "json");
            Beside("workbook read, beside openpyxl (every cell)", "python3-openpyxl", () => Outside.Of(rounds, Outside.Python, "-c", OpenpyxlOne, xlsx));
            ours = Outside.Of(rounds, program, "convert", docx, Path.Combine(folder, "ours.pdf"), "--force");
            Beside("Word file made a PDF (read, and written anew), beside LibreOffice", "soffice", () => Outside.Of(Math.Min(rounds, 3), "soffice", "--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", "pdf", "--outdir", folder, docx));
            var xls = Old(xlsx, folder, named);
            if (xls is not null)
            {
                ours = Outside.Of(rounds, program, "read", xls, "--format", "json");
                page.Row("old workbook (.xls) read", named, Said(ours), "–", "–");
            }

            var bytes = File.ReadAllBytes(pdf);
            page.Row("PDF read warm, in one process: pages alone, lines and tables, figures with their meaning", named,
                string.Join(", ", new[] { Timing.Of(() => _ = PdfDocument.Open(bytes).ReadPages().Sum(p => p.Glyphs.Count), 0.5), Timing.Of(() => Opening.Bytes("a.pdf", bytes), 0.5), Timing.Of(() => Reader.Read(Opening.Bytes("a.pdf", bytes).Paper!, Library.Standard), 0.5) }.Select(t => t.ToString())), "–", "–");

            string Put(string name)
            {
                var path = Path.Combine(folder, named + name);
                File.WriteAllBytes(path, size.As(Path.GetExtension(name)));
                return path;
            }

            void Beside(string what, string needs, Func<Outside> other)
            {
                if (needs.StartsWith(Module, StringComparison.Ordinal) ? !Outside.HasModule(needs[Module.Length..]) : !Outside.Here(needs))
                {
                    page.Row(what, named, Said(ours), needs + " is not here", "–");
                    return;
                }

                var theirs = other();
                page.Row(what, named, Said(ours), Said(theirs), (ours.Milliseconds / theirs.Milliseconds).ToString("0.00", CultureInfo.InvariantCulture));
            }
        }
    }

    // Of a program that starts another one only the small first is seen.
    private static string Said(Outside run) => Timing.Said(run.Milliseconds) + (run.Megabytes < Least ? "" : string.Create(CultureInfo.InvariantCulture, $" ({run.Megabytes:0} MB)"));

    private static string? Old(string xlsx, string folder, string named)
    {
        if (!Outside.Here("soffice"))
        {
            return null;
        }

        Outside.Of(1, "soffice", "--headless", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri, "--convert-to", "xls", "--outdir", folder, xlsx);
        return Path.Combine(folder, named + "a.xls");
    }
}
