using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页：HTML, XHTML and pages saved as one file (MHTML) to paper. No scripts run and nothing is loaded.</summary>
public static class HtmlFormat
{
    /// <summary>打开网页; null where the bytes are none.</summary>
    public static Opened? Open(string name, string contentId, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var archive = PageSigns.RecogniseArchive(bytes);
        if (!archive && !PageSigns.Recognise(bytes))
        {
            return null;
        }

        var sources = archive ? Archived(bytes) : [PageDecoding.Decode(bytes)];
        if (sources.Count == 0 || sources.Contains(null))
        {
            return Unreadable.Encoding;
        }

        var read = new List<ReadPage>();
        foreach (var source in sources)
        {
            if (ReadPage.Of(source!) is not { } page)
            {
                return Unreadable.TooLarge;
            }

            read.Add(page);
        }

        if (Unreadable.Empty(read) is { } problem)
        {
            return problem;
        }

        var encoding = sources[0]!.Encoding + (archive ? ", MHTML" : "");
        return new Opened(
            new PaperDocument(name, contentId, encoding, Numbered(read.SelectMany(p => p.Blocks))) { Format = "html", Faults = [.. Faults(read, sources.Sum(s => s!.Lost))] },
            null,
            null);
    }

    // A workbook saved as one file is a frame with a page for every sheet.
    private static List<DecodedPage?> Archived(byte[] bytes)
    {
        var pages = SavedArchive.Pages(bytes);
        var decoded = pages.Where(p => !p.Location.Contains("tabstrip", StringComparison.OrdinalIgnoreCase)).Select(p => PageDecoding.Decode(p.Bytes, p.Charset)).ToList();
        var frame = decoded.Count > 1 && decoded[0]?.Text.Contains("<frameset", StringComparison.OrdinalIgnoreCase) == true;
        return frame ? decoded[1..] : [.. decoded.Take(1)];
    }

    private static List<Block> Numbered(IEnumerable<Block> blocks)
    {
        var line = 0;
        var numbered = new List<Block>();
        foreach (var block in blocks)
        {
            numbered.Add(block is TextLine text ? text with { Line = ++line }
                : new Grid([.. ((Grid)block).Rows.Select(r => r with { Line = ++line })]) { Ruled = ((Grid)block).Ruled });
        }

        return numbered;
    }

    private static IEnumerable<PaperFault> Faults(List<ReadPage> pages, int lost)
    {
        if (lost > 0)
        {
            yield return new PaperFault("undecodable", null, $"{lost}");
        }

        var pictures = pages.Sum(p => p.Pictures);
        if (pictures > 0)
        {
            yield return new PaperFault("pictures", null, $"{pictures}");
        }
    }
}
