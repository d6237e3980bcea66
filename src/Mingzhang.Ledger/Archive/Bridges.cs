using Mingzhang.Budget;
using Mingzhang.Forms;

namespace Mingzhang.Ledger.Archive;

/// <summary>科目的衔接：the name that a code had in a year, and the codes that went before or after it where the catalogue says so.</summary>
internal sealed class Bridges(Library library)
{
    /// <summary>某年的科目名称; null where the point has no code or the catalogue knows no name of that year.</summary>
    public string? Name(Point point, int year) => Coded(point) is { } member ? library.Catalogues[CatalogueOf(member.Dimension.Key)!].Find(member.Key, year)?.Name : null;

    /// <summary>改名的说明：what the code was called in that year, where that is not what it is called now.</summary>
    public string? Renamed(Point point, int year, int now) => Name(point, year) is { } then && Name(point, now) is { } today && then != today ? then : null;

    /// <summary>衔接的各点：the point itself, and the same under codes that carried its name in other years (a code that was moved).</summary>
    public IReadOnlyList<Point> Alike(Point point)
    {
        if (Coded(point) is not { } member)
        {
            return [point];
        }

        var catalogue = library.Catalogues[CatalogueOf(member.Dimension.Key)!];
        var codes = new HashSet<string>(StringComparer.Ordinal) { member.Key };
        foreach (var name in catalogue.Names(member.Key).Where(n => n.Name.Length > 3 && !n.Name.StartsWith("其他", StringComparison.Ordinal)))
        {
            foreach (var moved in catalogue.ByName(name.Name, member.Key.Length).Where(e => e.Code != member.Key && Apart(e.From, e.To, name.From, name.To)))
            {
                codes.Add(moved.Code);
            }
        }

        return [.. codes.Select(c => library.Space.Member(member.Dimension.Key, c)).OfType<Member>().Select(point.With)];
    }

    /// <summary>维度的科目表。</summary>
    public static string? CatalogueOf(string dimension) => dimension switch { "function" => "functions", "economic" => "economic-department", "government-economic" => "economic-government", _ => null };

    // Moved, not used twice at the same time: names recur under several parents.
    private static bool Apart(int? from, int? to, int? otherFrom, int? otherTo) => (to is { } end && otherFrom is { } begin && end < begin) || (otherTo is { } otherEnd && from is { } otherBegin && otherEnd < otherBegin);

    private static Member? Coded(Point point) => point.Members.LastOrDefault(m => CatalogueOf(m.Dimension.Key) is not null);
}
