using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Figures;

/// <summary>点的叫法：what a figure measures, in words.</summary>
internal static class PointName
{
    private static readonly string[] Order = ["year", "phase", "entity", "measure", "fund", "nature", "purpose", "function", "economic", "government-economic", "recipient", "project", "origin", "level", "item"];

    /// <summary>各坐标的名称，按说话的次序。</summary>
    public static IReadOnlyList<string> Parts(Library library, Point point, bool english)
    {
        var year = PointText.Year(point) ?? 0;
        return [.. Order.Select(d => library.Space.Dimension(d)).OfType<Dimension>().Select(d => point[d]).OfType<Member>().Where(m => m is not { Dimension.Key: "entity", Key: "department" or "unit" }).Select(m => Name(library, m, year, english))];
    }

    /// <summary>一句话的叫法。</summary>
    public static string Of(Library library, Point point, bool english) => Capital(string.Join(english ? ", " : " · ", Parts(library, point, english)));

    /// <summary>不带年度、阶段和口径的简称; the whole where nothing else is narrowed.</summary>
    public static string Short(Library library, Point point, bool english)
    {
        var year = PointText.Year(point) ?? 0;
        var narrowed = point.Members.Where(m => m.Dimension.Key is not ("year" or "phase" or "measure" or "entity")).ToList();
        var shown = narrowed.Any(m => m.Dimension.Key == "purpose") ? narrowed.Where(m => m.Dimension.Key is not ("fund" or "nature")).ToList() : narrowed;
        if (shown.Count == 0)
        {
            shown = [.. point.Members.Where(m => m.Dimension.Key == "measure")];
        }

        return Capital(string.Join(english ? ", " : " · ", shown.OrderBy(m => Array.IndexOf(Order, m.Dimension.Key)).Select(m => Name(library, m, year, english))));
    }

    /// <summary>英文句首的大写。</summary>
    public static string Capital(string name) => name.Length > 0 && char.IsAsciiLetterLower(name[0]) ? char.ToUpperInvariant(name[0]) + name[1..] : name;

    /// <summary>成员的名称；a code with the name that it had in the year.</summary>
    public static string Name(Library library, Member member, int year, bool english)
    {
        if (Bridges.CatalogueOf(member.Dimension.Key) is { } catalogue)
        {
            return Code(library, catalogue, member.Key, year);
        }

        return member.Dimension.Key == "year" ? Words.Standard.Say(english, "year.of", member.Key) : english ? member.English : member.Chinese;
    }

    /// <summary>编码和名称。</summary>
    public static string Code(Library library, string catalogue, string code, int year)
    {
        var entries = library.Catalogues[catalogue];
        var name = entries.Find(code, year)?.Name ?? (entries.Names(code) is [.., var last] ? last.Name : null);
        return name is null ? code : code + " " + name;
    }
}
