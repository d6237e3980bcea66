using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Figures;

/// <summary>区域的汇总：sums over the departments whose documents are here, each with the number of those that state it.</summary>
internal sealed class RegionSums
{
    private readonly Dictionary<long, Dictionary<string, Headline>> _figures;

    private RegionSums(IReadOnlyList<ArchivedDocument> documents, Dictionary<long, Dictionary<string, Headline>> figures) => (Documents, _figures) = (documents, figures);

    /// <summary>部门的文件：a department once, units not at all, since their money is in their department's.</summary>
    public IReadOnlyList<ArchivedDocument> Documents { get; }

    /// <summary>一个区域一年的。</summary>
    public static RegionSums Of(IArchive archive, Region region, int year, string kind, string[] items)
    {
        var documents = archive.Documents(region, year, kind).GroupBy(d => d.Body!.Id).Select(g => g.MaxBy(d => d.Statements)!).ToList();
        return new RegionSums(documents, archive.Headlines(documents, items).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal)));
    }

    /// <summary>一份文件的要目; null where it does not state it.</summary>
    public Headline? Found(ArchivedDocument document, string item) => _figures.GetValueOrDefault(document.Id)?.GetValueOrDefault(item);

    /// <summary>写明的份数。</summary>
    public int Stated(string item) => _figures.Values.Count(f => f.ContainsKey(item));

    /// <summary>写明的合计。</summary>
    public long Total(string item) => _figures.Values.Sum(f => f.GetValueOrDefault(item)?.Fen ?? 0);

    /// <summary>没有写的。</summary>
    public IReadOnlyList<ArchivedDocument> Silent(string item) => [.. Documents.Where(d => Found(d, item) is null)];
}
