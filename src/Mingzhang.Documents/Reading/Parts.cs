using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reading;

/// <summary>分项的归属：what may stand among the parts of a figure.</summary>
internal static partial class Parts
{
    /// <summary>名称是否在某数之内: one of its coordinates lies strictly inside the same coordinate of the figure (购置费 inside 公务用车购置及运行费).</summary>
    public static bool Inside(Point whole, Point part)
    {
        foreach (var member in part.Members)
        {
            if (whole[member.Dimension] is { } own && own.Contains(member) && !own.Equals(member))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>是否严格在某点之内。</summary>
    public static bool Below(Point whole, Point part) => whole.Contains(part) && !whole.Equals(part);

    /// <summary>结转结余列于收入、支出的分项之中: 收入预算总额…其中…上年结转….</summary>
    public static bool Carries(Point whole, Point part) => (whole.Key("measure"), part.Key("measure")) is ("income", "carried-in" or "surplus-used") or ("expenditure", "carried-out" or "surplus-distributed");

    /// <summary>是否另起一种划分: 按支出功能科目划分.</summary>
    public static bool Divides(string clause) => Division().IsMatch(clause);

    /// <summary>段末是否引出下面各段: 其中：.</summary>
    public static bool Announces(string paragraph) => Announcement().IsMatch(paragraph);

    [GeneratedRegex(@"^\s*按[^,。]{2,14}(?:划分|分类|分)(?:看)?\s*$")]
    private static partial Regex Division();

    [GeneratedRegex(@"(?:其中|包括)\s*[::]?\s*$")]
    private static partial Regex Announcement();
}

/// <summary>引出的各段：what the paragraphs below speak of, until the next number or section.</summary>
internal sealed record Carried(string? Section, Point Point);
