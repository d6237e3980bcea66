using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Documents.Reports;

/// <summary>批注：the findings of a report as notes and frames on the pages of the PDF that was checked. The bytes of the original stay as they are.</summary>
public static class Annotations
{
    /// <summary>加批注; why not, and what to do, where it cannot be.</summary>
    public static WrittenFile Write(byte[] original, Report report, bool english)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Disclosure.Facts.Format != "pdf")
        {
            return new WrittenFile(null, new Reason("只能在 PDF 上加批注；请换用 PDF，或用 --format html", "only a PDF can be annotated; use one, or --format html"));
        }

        return WrittenFile.Of(PdfAnnotator.Annotate(original, [.. report.Findings.SelectMany(f => Notes(f, english))]));
    }

    // One note a page; a finding without a place on any page stands at the top of the first.
    private static IEnumerable<PdfNote> Notes(Finding finding, bool english)
    {
        var title = $"{SeverityWords.Of(finding.Severity, english)} {finding.Rule} {(english ? finding.Title.English : finding.Title.Chinese)}";
        var remedy = finding.Suggestion is { } s ? "\n" + (english ? s.English : s.Chinese) : "";
        var text = (english ? finding.Message.English : finding.Message.Chinese) + remedy;
        var placed = finding.Places.Where(p => p is { Page: not null, Box: not null, ByFile: false }).GroupBy(p => p.Page!.Value).ToList();
        return placed.Count == 0
            ? [new PdfNote(1, [new PdfNoteBox(4, 4, 16, 16)], title, text, Colour(finding.Severity))]
            : placed.Select(page => new PdfNote(page.Key, [.. page.Select(p => p.Box!).Distinct().Select(b => new PdfNoteBox((double)b.Left, (double)b.Top, (double)b.Width, (double)b.Height))], title, text, Colour(finding.Severity)));
    }

    private static PdfColour Colour(Severity severity) => severity switch
    {
        Severity.Error => new PdfColour(0xB3, 0x26, 0x1E),
        Severity.Warning => new PdfColour(0xD0, 0x8A, 0x00),
        _ => new PdfColour(0x1F, 0x5F, 0xA8),
    };
}
