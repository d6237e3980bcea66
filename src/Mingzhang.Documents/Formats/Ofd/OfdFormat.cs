using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Paper;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>版式文件 OFD（GB/T 33190）：bytes to paper. Its pages are drawn like those of a PDF and laid out by the same code.</summary>
public static class OfdFormat
{
    /// <summary>入口文件的名称。</summary>
    public const string Entrance = "OFD.xml";

    /// <summary>是否 OFD。</summary>
    public static bool Recognises(Archive archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return archive.Has(Entrance);
    }

    /// <summary>打开。</summary>
    public static Opened Open(string name, string id, Archive archive, int fileBytes)
    {
        try
        {
            var package = new OfdPackage(archive);
            var pages = new OfdPages(package, new Drawing(fileBytes));
            var (blocks, paper) = LaidPaper.Of(DocumentLayout.Of(pages.Read()));
            if (!paper.Exists(p => p.Content == PageContent.Text))
            {
                return paper.Count == 0 ? Failed("OFD 中没有页面", "the OFD has no pages", "请检查文件是否完整，或重新导出", "check that the file is complete, or export it again")
                    : paper.Exists(p => p.Content == PageContent.Picture) ? PdfProblems.Pictures(paper.Count) : PdfProblems.NoText();
            }

            return new Opened(new PaperDocument(name, id, "OFD", blocks) { Format = "ofd", Pages = paper, Faults = package.Faults }, null, null);
        }
        catch (ArchiveException e)
        {
            return ArchiveProblems.Of(e.Problem);
        }
        catch (PdfException)
        {
            return Failed("OFD 的内容过多或过于复杂，超过处理上限", "the OFD takes more work than the limit", "请检查是否选错了文件，或重新导出", "check that it is the right file, or export it again");
        }
    }

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
