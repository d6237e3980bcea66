using Mingzhang.Pdf.Content;
using Mingzhang.Pdf.Fonts;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf;

/// <summary>文件：a PDF, opened from bytes; its pages are read one by one and not kept. Not for use by several threads at once.</summary>
public sealed class PdfDocument
{
    private readonly ObjectStore _store;
    private readonly PageTree _tree;
    private readonly FontShelf _fonts;
    private readonly HiddenLayers _layers;

    private PdfDocument(ObjectStore store, PageTree tree)
    {
        _store = store;
        _tree = tree;
        _fonts = new FontShelf(store);
        _layers = new HiddenLayers(store, store.Trailer["Root"].Dictionary);
        var about = store.Trailer["Info"].Dictionary;
        Title = about?["Title"].Text is { } title ? TextStrings.Decode(title) : null;
        Producer = about?["Producer"].Text is { } producer ? TextStrings.Decode(producer) : null;
    }

    /// <summary>页数。</summary>
    public int PageCount => _tree.Pages.Count;

    /// <summary>标题：as the file's metadata say; null where they say none.</summary>
    public string? Title { get; }

    /// <summary>制作程序：as the file's metadata say; null where they say none.</summary>
    public string? Producer { get; }

    /// <summary>缺陷：what was wrong so far; more may be found while pages are read.</summary>
    public IReadOnlyList<PdfFault> Faults => _store.Faults.All;

    /// <summary>打开。</summary>
    /// <exception cref="PdfException">The file cannot be read at all.</exception>
    public static PdfDocument Open(ReadOnlyMemory<byte> bytes, PdfLimits? limits = null)
    {
        var start = bytes.Span.IndexOf("%PDF-"u8);
        if (start < 0)
        {
            throw new PdfException(PdfProblem.NotPdf, "The file is not a PDF.");
        }

        var faults = new FaultLog();
        if (start > 0)
        {
            faults.Add(PdfFaultKind.JunkBeforeHeader, $"{start} bytes");
        }

        return Guard(() => Open(new ObjectStore(bytes[start..], new Work(limits ?? PdfLimits.Standard, bytes.Length), faults)));
    }

    /// <summary>读一页。</summary>
    /// <param name="number">Page, from 1.</param>
    /// <exception cref="PdfException">The page goes beyond the limits.</exception>
    public PdfPage ReadPage(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, PageCount);
        _store.Faults.Page = number;
        return Guard(() => PageReader.Read(_tree.Pages[number - 1], number, _store, _fonts, _layers));
    }

    /// <summary>逐页读：each page when it is asked for.</summary>
    /// <exception cref="PdfException">A page goes beyond the limits.</exception>
    public IEnumerable<PdfPage> ReadPages()
    {
        for (var number = 1; number <= PageCount; number++)
        {
            yield return ReadPage(number);
        }
    }

    private static PdfDocument Open(ObjectStore store)
    {
        store.Load();
        var tree = PageTree.Read(store);
        if (tree.Pages.Count == 0 && store.Repair("no pages were found by the table"))
        {
            tree = PageTree.Read(store);
        }

        if (tree.Pages.Count == 0)
        {
            tree = PageTree.OfLoosePages(store);
        }

        return tree.Pages.Count > 0 ? new PdfDocument(store, tree) : throw new PdfException(PdfProblem.NoPages, "The PDF has no pages.");
    }

    /// <summary>守门：whatever a file may bring about that nobody thought of is a damaged file to the caller.</summary>
    private static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not PdfException)
        {
            throw new PdfException("The PDF is damaged in a way that was not foreseen: " + e.Message, e);
        }
    }
}
