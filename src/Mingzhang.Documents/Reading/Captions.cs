using System.Text.RegularExpressions;
using Mingzhang.Forms;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>表头文字：recognises the lines that stand above a table: its number, its title, its unit line.</summary>
internal sealed partial class Captions
{
    private const int LongestTitle = 60;
    private readonly string[] _stems;

    public Captions(Library library) =>
        _stems = [.. library.Books.SelectMany(b => b.Forms).SelectMany(f => f.Stems).Distinct(StringComparer.Ordinal).OrderByDescending(s => s.Length)];

    /// <summary>表号（表二、公开03表、附表1-2）, and what stands behind it in the same line; null where the line bears none.</summary>
    public static (string Number, string Title)? Number(string folded)
    {
        if (TableNumber().Match(folded) is { Success: true } match)
        {
            return (match.Groups[1].Value, match.Groups[2].Value);
        }

        if (NumberedTitle().Match(folded) is { Success: true } titled)
        {
            return (titled.Groups[1].Value, titled.Groups[2].Value);
        }

        return FormNumber().Match(folded) is { Success: true } form ? (form.Value, "") : null;
    }

    /// <summary>是否表名: short, no sentence, ends with the name of a form or at least with 表.</summary>
    public bool IsTitle(string folded, out bool known)
    {
        var text = Bare(folded);
        known = false;
        if (text.Length is < 3 or > LongestTitle || folded.Contains("……", StringComparison.Ordinal) || folded.Contains("....", StringComparison.Ordinal) || text.AsSpan().IndexOfAny("。;!?") >= 0)
        {
            return false;
        }

        foreach (var stem in _stems)
        {
            if (text.EndsWith(stem, StringComparison.Ordinal))
            {
                known = true;
                return true;
            }
        }

        return text[^1] == '表' && !text.Contains("本表", StringComparison.Ordinal) && text.AsSpan().IndexOfAny(",:") < 0;
    }

    /// <summary>去掉表名后面的括注（续、功能科目、2024年）。</summary>
    public static string Bare(string folded) => Trailer().Replace(Trailer().Replace(folded, ""), "");

    /// <summary>是否单位行、编制部门一类: what stands between title and grid.</summary>
    public static bool IsFurnishing(string folded) => (UnitLine().IsMatch(folded) && !TitleWithUnit().IsMatch(folded)) || Furnishing().IsMatch(folded);

    /// <summary>是否表注。</summary>
    public static bool IsNote(string folded) => Note().IsMatch(folded);

    /// <summary>是否说到本表: a line under a note that goes on about the table.</summary>
    public static bool IsOfTable(string folded) =>
        folded.Length <= 120 && (folded.Contains("本表", StringComparison.Ordinal) || folded.Contains("此表", StringComparison.Ordinal) || folded.Contains("该表", StringComparison.Ordinal));

    /// <summary>是否页码。</summary>
    public static bool IsPageNumber(string folded) => PageNumber().IsMatch(folded);

    /// <summary>一行网格是否整行只有一格文字; that text, else null.</summary>
    public static string? Only(GridRow row)
    {
        string? text = null;
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length > 0)
            {
                if (text is not null)
                {
                    return null;
                }

                text = cell.Text;
            }
        }

        return text;
    }

    [GeneratedRegex(@"^附?(表(?:[一二三四五六七八九十]{1,3}|\d{1,2}(?:-\d+)*))[::、.]?(.{0,60})$")]
    private static partial Regex TableNumber();

    [GeneratedRegex(@"^(?:部门|单位)?(?:财决|预决算|预算|决算)?公开(?:部门|单位)?(?:表?\d{1,2}(?:-\d)?表?|附?表\d{1,2}(?:-\d)?)$|^预算\d{2}(?:-\d)?表$|^附件?\d{1,2}(?:-\d{1,2})?$")]
    private static partial Regex FormNumber();

    [GeneratedRegex(@"^((?:财决|预决算|预算|决算)?公开(?:部门|单位)?\d{1,2}(?:-\d)?表|预算\d{2}(?:-\d)?表)(?!.*(?:公开|预算)\d)([\p{L}\d“][^、,。;:]{1,58}表)$")]
    private static partial Regex NumberedTitle();

    [GeneratedRegex(@"\((?:续|续表|\d{1,2}|[一二三四五六七八九十]{1,2}|一级项目|含[^)]{0,12}|公开\d{1,2}表|[^)]{0,10}科目|[^)]{0,6}分类[^)]{0,4}|\d{4}年(?:度)?|(?:金额)?单位:?(?:人民币)?(?:万元|元|亿元))\)$")]
    private static partial Regex Trailer();

    [GeneratedRegex(@"^(?:[-—–]*\d{1,4}[-—–]*|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,3}/\d{1,3})$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:备注|注|说明|附注)[::.、\d]")]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?:编制|填报|预算|主管|资金主管|公开)?(?:部门|单位)(?:名称|\(单位\)|\(公章\))?:|^(?:公开|填报|编制)?日期:|^金额单位|^单位名称")]
    private static partial Regex Furnishing();

    [GeneratedRegex(@"表\((?:金额)?单位:?(?:人民币)?(?:万元|元|亿元)\)$")]
    private static partial Regex TitleWithUnit();

    [GeneratedRegex(@"(?:金额)?单位:?(?:人民币)?(?:万元|元|亿元)")]
    internal static partial Regex UnitLine();
}
