using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>原因与明细：amounts that explain another figure, or that a passage lists under names of its own.</summary>
internal static partial class Causes
{
    private const int LongestName = 48;

    /// <summary>原因中的金额（项目支出减少租赁费200万元）: a part of the change before it; the words before the direction say what changed, those behind it
    /// what for. Null where nothing was said to change.</summary>
    public static ChangeStatement? Change(string lead, NumberToken number, SentenceState state, ClauseWords words, Subject subject, ReadingContext context)
    {
        if (state.Explained is not { } point || state.LastBase is not { } comparison || number.Amount is null)
        {
            return null;
        }

        var within = words.Within(lead);
        var what = within is { } w ? subject.Read(w.Before) : null;
        var known = what is { Understood: true, Any: true };
        var name = Name(known ? within!.Value.After : within is { } both ? both.Before + both.After : lead);
        if (name is null && !known)
        {
            return null;
        }

        var at = known ? subject.Place(point.Without(context.Measure), what!) : point;
        at = at[context.Measure] is null ? at.With(point[context.Measure]!) : at;
        return new ChangeStatement
        {
            Id = "",
            Point = name is null ? at : at.With(context.Space.Member("item", name)!),
            Place = new Place(),
            Raw = "",
            Base = comparison,
            Direction = within?.Direction ?? state.ExplainedDirection,
            Amount = number.Amount,
        };
    }

    /// <summary>以原文命名的明细点: an item of the section or topic; null where these do not say what is measured, or the words are no name.</summary>
    public static Point? Item(string lead, Point around, ReadingContext context) =>
        around[context.Measure] is not null && Name(lead) is { } name ? around.With(context.Space.Member("item", name)!) : null;

    /// <summary>是否界限（单价100万元以上的设备）: part of a description, no amount.</summary>
    public static bool Threshold(string lead, string after) =>
        After().IsMatch(after) && (Before().IsMatch(lead) || lead.Trim().Length == 0) || (Before().IsMatch(lead) && After().IsMatch(after.TrimStart(')', '(')));

    /// <summary>紧接着与另一年比较（290.5万元，比2017年减少…）: a figure of its own, whatever it is called, and no part of the reason before it.</summary>
    public static bool Compared(string folded, int end) => Comparison().IsMatch(folded.AsSpan(end, Math.Min(folded.Length - end, LongestName)));

    private static string? Name(string words)
    {
        var name = Numbering.Strip(words).Trim(' ', ',', ':', '、', '(', ')', '"', '为', '是', '的').Replace(" ", "", StringComparison.Ordinal);
        return name.Length is > 1 and <= LongestName && !Comparing().IsMatch(name) ? name : null;
    }

    [GeneratedRegex(@"(?:单价|价值|单台|单件|每台|限额|标准|起点|达到|超过|原值)(?:在|为|达)?\s*$")]
    private static partial Regex Before();

    // 比上年预算增加(减少): a comparison that says nothing is no name.
    [GeneratedRegex(@"^(?:比|较|与|同)(?:上|去|20\d{2}|年初|预算)")]
    private static partial Regex Comparing();

    [GeneratedRegex(@"^[,;]?\s*(?:比|较|与|同比)(?:\d{4}年|上年|上一年|去年)")]
    private static partial Regex Comparison();

    [GeneratedRegex(@"^\s*(?:\((?:含|不含)\))?\s*(?:及)?以[上下]")]
    private static partial Regex After();
}
