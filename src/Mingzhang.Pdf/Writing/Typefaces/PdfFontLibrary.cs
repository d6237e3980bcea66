using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing;

/// <summary>字体库：the fonts that may be used, looked up by role. Names are read when the first book is written; a face is opened once and shared by all threads.</summary>
public sealed class PdfFontLibrary(IEnumerable<PdfFontFile> files)
{
    /// <summary>字体索引的上限：a folder may hold thousands of fonts.</summary>
    private const int MostFiles = 4000;
    private readonly Lock _gate = new();
    private readonly Dictionary<PdfFontRole, IReadOnlyList<FontFace>> _chains = [];
    private readonly Dictionary<FontTables, FontFace?> _open = [];
    private List<NamedFace>? _named;

    /// <summary>所用字体的名称：of every use, best first; empty where nothing can be written.</summary>
    public IReadOnlyList<string> Names => [.. Enum.GetValues<PdfFontRole>().Select(Chain).Where(c => c.Count > 0).Select(c => c[0].Name).Distinct(StringComparer.Ordinal)];

    /// <summary>各用处的字体：best first; empty where no font with Chinese characters is there.</summary>
    internal IReadOnlyList<FontFace> Chain(PdfFontRole role)
    {
        lock (_gate)
        {
            if (!_chains.TryGetValue(role, out var chain))
            {
                _chains[role] = chain = Find(role);
            }

            return chain;
        }
    }

    private List<FontFace> Find(PdfFontRole role)
    {
        _named ??= [.. files.Take(MostFiles).SelectMany(Named)];
        var chain = new List<FontFace>();
        foreach (var family in FontFamilies.Of(role))
        {
            foreach (var named in _named)
            {
                if (named.Names.Any(n => FontFamilies.Same(n, family)) && Opened(named) is { } face && !chain.Contains(face))
                {
                    chain.Add(face);
                    break;
                }
            }
        }

        // A font of the user's own folder may have any name: whatever draws Chinese is better than nothing.
        if (!chain.Exists(IsChinese))
        {
            chain.AddRange(_named.Select(Opened).OfType<FontFace>().Where(IsChinese).Take(1));
        }

        return chain.Exists(IsChinese) ? [.. chain.OrderBy(f => IsChinese(f) ? 0 : 1)] : [];
    }

    private FontFace? Opened(NamedFace named)
    {
        if (!_open.TryGetValue(named.Tables, out var face))
        {
            _open[named.Tables] = face = FontFace.Open(named.Tables, named.Names);
        }

        return face;
    }

    private static bool IsChinese(FontFace face) => "预算收支表万元".All(c => face.Glyph(c) != 0);

    private static IEnumerable<NamedFace> Named(PdfFontFile file) =>
        FontTables.Of(file).Where(FontFace.HasOutlines).Select(t => new NamedFace(t, FaceNames.Of(t.Table("name").Span)));

    private sealed record NamedFace(FontTables Tables, IReadOnlyList<string> Names);
}
