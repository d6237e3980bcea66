using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>文字所说的数：a reason speaks of two figures; where one of them changes after it was written, it waits to be read again.</summary>
internal static class WordFigures
{
    /// <summary>各条原因现在所说的数, as one text: last year's and this year's, in yuan.</summary>
    public static IReadOnlyDictionary<string, string> Of(Reading reading, Library library, int year, string owner) => LedgerDraft.Of(reading, library, year, owner) is { } draft ? Of(library, draft) : new Dictionary<string, string>();

    /// <summary>写下文字，连同它所说的数。</summary>
    public static void Put(Writing writing, Library library, int year, string owner, string sort, string item, string said) =>
        Words.Put(writing, year, owner, sort, item, said, Of(writing, library, year, owner).GetValueOrDefault(item, ""));

    /// <summary>复核：the words stand as they are, for the figures as they are now.</summary>
    public static void Review(Writing writing, Library library, int year, string owner, string? item)
    {
        var figures = Of(writing, library, year, owner);
        Words.Review(writing, year, owner, item, key => figures.GetValueOrDefault(key, ""));
    }

    /// <summary>写下以后数字变了的文字。</summary>
    public static IReadOnlyList<StoredRecord> Changed(Reading reading, Library library, int year, string owner)
    {
        var written = Words.All(reading, year, owner);
        return written.Any(Speaks) && LedgerDraft.Of(reading, library, year, owner) is { } draft ? Changed(written, Of(library, draft)) : [];
    }

    /// <summary>写下以后数字变了的文字，用已算好的底稿和其中一个表册的增减。</summary>
    public static IReadOnlyList<StoredRecord> Changed(IEnumerable<StoredRecord> words, Library library, Draft draft, FormBook book, IReadOnlyList<ReasonedChange> reasons)
    {
        var written = words.Where(Speaks).ToList();
        return written.Count == 0 ? [] : Changed(written, Of(library, draft, book, reasons));
    }

    private static bool Speaks(StoredRecord words) => words["figures"].Length > 0 && words.Is("reviewed");

    private static List<StoredRecord> Changed(IEnumerable<StoredRecord> written, Dictionary<string, string> now) => [.. written.Where(w => Speaks(w) && now.TryGetValue(w["item"], out var figures) && figures != w["figures"])];

    private static Dictionary<string, string> Of(Library library, Draft draft, FormBook? known = null, IReadOnlyList<ReasonedChange>? reasons = null) => library.Books.Where(b => b.Print is not null && b.Kind == DocumentKind.Budget).SelectMany(b => b == known ? reasons! : ReasonedChange.Of(library, b, draft))
        .GroupBy(c => c.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => string.Create(CultureInfo.InvariantCulture, $"{g.First().Before:F2} {g.First().Now:F2}"), StringComparer.Ordinal);
}
