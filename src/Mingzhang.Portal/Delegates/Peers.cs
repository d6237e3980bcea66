using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Delegates;

/// <summary>同类部门：the same kind of document of the same year and scope, nearest in spending; ten at least, or there is no statistic.</summary>
/// <param name="Count">How many, the department itself not counted.</param>
/// <param name="Of">Share of the item in spending, of each, from low to high.</param>
internal sealed record Peers(int Count, IReadOnlyList<decimal> Of)
{
    /// <summary>至少这么多。</summary>
    public const int Fewest = 10;

    private const int Most = 20;

    /// <summary>中位数：the middle one that is printed, of an even number the lower.</summary>
    public decimal Median => Of[(Of.Count - 1) / 2];

    /// <summary>一个要目占支出的份额，在同类部门中; null where there are too few who print both.</summary>
    public static Peers? Find(IReadOnlyList<ArchivedDocument> ofYear, IReadOnlyDictionary<long, Dictionary<string, Headline>> figures, ArchivedDocument document, string item)
    {
        if (figures.GetValueOrDefault(document.Id)?.GetValueOrDefault("spending") is not { Fen: > 0 } own)
        {
            return null;
        }

        var near = ofYear.Where(d => d.Id != document.Id && d.Kind == document.Kind && d.Scope == document.Scope && figures.GetValueOrDefault(d.Id) is { } f && f.GetValueOrDefault("spending") is { Fen: > 0 } && f.ContainsKey(item))
            .OrderBy(d => Math.Abs(figures[d.Id]["spending"].Fen - own.Fen)).Take(Most).Select(d => (decimal)figures[d.Id][item].Fen / figures[d.Id]["spending"].Fen).Order().ToList();
        return near.Count < Fewest ? null : new Peers(near.Count, near);
    }
}
