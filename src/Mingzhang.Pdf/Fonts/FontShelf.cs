using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字体架：every font of a document is made once.</summary>
internal sealed class FontShelf(ObjectStore store)
{
    private readonly Dictionary<int, PdfFont?> _numbered = [];
    private readonly Dictionary<PdfDictionary, PdfFont?> _direct = [];

    /// <summary>按资源名取字体：null where the page has none of the name.</summary>
    public PdfFont? Get(PdfDictionary? resources, string? name)
    {
        store.Work.Spend(200);
        var font = name is null || resources is null ? null : Get(resources.Raw(name));
        if (font is null)
        {
            store.Faults.Add(PdfFaultKind.MissingFont, name ?? "");
        }

        return font;
    }

    public PdfFont? Get(PdfValue reference)
    {
        var number = reference.ReferenceNumber;
        if (number > 0 && _numbered.TryGetValue(number, out var known))
        {
            return known;
        }

        if (ObjectStore.Resolve(reference, store).Dictionary is not { } dictionary)
        {
            return null;
        }

        if (!_direct.TryGetValue(dictionary, out var font))
        {
            store.Work.Spend(20_000);
            font = Make(dictionary);
            _direct[dictionary] = font;
        }

        if (number > 0)
        {
            _numbered[number] = font;
        }

        return font;
    }

    private PdfFont Make(PdfDictionary dictionary) => dictionary["Subtype"].Name switch
    {
        "Type0" => CompositeFont.Open(dictionary, store),
        "Type3" => new Type3Font(dictionary, store),
        _ => new SimpleFont(dictionary, store),
    };
}
