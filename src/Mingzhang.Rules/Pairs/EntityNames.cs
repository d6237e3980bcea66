using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Rules.Pairs;

/// <summary>主体名称：whether two documents are of one body, and whether a unit is of a department, by what both print.</summary>
public static partial class EntityNames
{
    private const int Shortest = 4;

    /// <summary>是否同一主体: the same name, or one is the other with more of its place or party before it; false where either is unknown.</summary>
    public static bool Same(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return false;
        }

        var (a, b) = (Plain(one), Plain(other));
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        return longer == shorter || (shorter.Length >= Shortest && longer.EndsWith(shorter, StringComparison.Ordinal) && Around().IsMatch(longer[..^shorter.Length]));
    }

    /// <summary>表格是否为某文本的: of the same body, or, where the tables print no entity of their own, with its name in their titles.</summary>
    public static bool Tables(Disclosure tables, Disclosure narrative)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(narrative);
        return tables.Facts.Entity is not null ? Same(tables.Facts.Entity, narrative.Facts.Entity)
            : narrative.Facts.Entity is { } entity && tables.Tables.Any(t => Fold.Label(t.Title).Contains(Plain(entity), StringComparison.Ordinal));
    }

    /// <summary>单位是否属于部门: the department's text names the unit, or the unit's names the department; the headquarters are one of its units.</summary>
    public static bool Belongs(Disclosure unit, Disclosure department)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(department);
        return Same(unit.Facts.Entity, department.Facts.Entity) || Names(department, unit.Facts.Entity) || Names(unit, department.Facts.Entity);
    }

    /// <summary>单位构成所列单位的个数，含本级; null where the document does not say.</summary>
    public static int? UnitsNamed(Disclosure department)
    {
        ArgumentNullException.ThrowIfNull(department);
        foreach (var passage in department.Passages.Where(p => p.Kind == PassageKind.Paragraph))
        {
            var text = Fold.Label(passage.Text);
            if (Within().Match(text) is { Success: true } all && Numerals.Small(all.Groups[1].Value) is { } whole)
            {
                return whole;
            }

            if (Below().Match(text) is { Success: true } below && Numerals.Small(below.Groups[1].Value) is { } units)
            {
                return units + 1;
            }
        }

        return null;
    }

    private static bool Names(Disclosure disclosure, string? name)
    {
        if (name is null || Plain(name) is not { Length: >= Shortest } plain)
        {
            return false;
        }

        var bare = Place().Match(plain) is { Success: true, Length: > 0 } place && plain.Length - place.Length >= Shortest ? plain[place.Length..] : plain;
        return disclosure.Passages.Any(p => p.Place.Table is null && p.Kind != PassageKind.Contents && Fold.Label(p.Text).Contains(bare, StringComparison.Ordinal));
    }

    private static string Plain(string name) => Own().Replace(Fold.Label(name), "");

    // What stands before a name without making it another body: the place, the party, the people's government.
    [GeneratedRegex(@"^(?:中共|中国共产党|.{1,6}?[省市区县州盟旗]|人民政府|委员会)*$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^(?:中共)?(?:.{1,6}?[省市区县州盟旗])+(?:人民政府)?")]
    private static partial Regex Place();

    [GeneratedRegex(@"\(?(?:本级|机关本级|机关|本部)\)?$")]
    private static partial Regex Own();

    [GeneratedRegex(@"纳入[^。;]{0,40}?(?:预算|决算)[^。;]{0,30}?(?:单位|机构)[^。;\d一二三四五六七八九十两]{0,12}([\d一二三四五六七八九十两]{1,3})[家个]")]
    private static partial Regex Within();

    [GeneratedRegex(@"(?:下属|所属|下辖|直属|下设)[^。;]{0,30}?([\d一二三四五六七八九十两]{1,3})[家个](?!内设|处室|科室)")]
    private static partial Regex Below();
}
