using System.Globalization;
using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Forms.Words;

/// <summary>词汇：which coordinates a phrase adds; one lexicon for titles, rows, columns and sentences.</summary>
public sealed class Lexicon
{
    private readonly Dictionary<int, List<Phrase>> _byFirst = [];
    private readonly Space _space;

    internal Lexicon(Space space, IReadOnlyList<Phrase> phrases, IReadOnlyList<Phrase> topics, IReadOnlyDictionary<string, ColumnKind> columns, IReadOnlyDictionary<string, SheetLabel> labels)
    {
        _space = space;
        Phrases = phrases;
        Topics = [.. topics.OrderByDescending(t => t.Folded.Length)];
        Columns = columns;
        Labels = labels;
        foreach (var phrase in phrases.OrderByDescending(p => p.Folded.Length))
        {
            if (!_byFirst.TryGetValue(phrase.Folded[0], out var same))
            {
                _byFirst[phrase.Folded[0]] = same = [];
            }

            same.Add(phrase);
        }
    }

    /// <summary>全部词。</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>话题，长的在前: what they name holds for the clauses that follow.</summary>
    public IReadOnlyList<Phrase> Topics { get; }

    /// <summary>文字中的话题; null where it sets none.</summary>
    public Point? Topic(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        foreach (var topic in Topics)
        {
            if (folded.Contains(topic.Folded, StringComparison.Ordinal))
            {
                return topic.Point;
            }
        }

        return null;
    }

    /// <summary>不含金额的栏目，按归一后的栏目名。</summary>
    public IReadOnlyDictionary<string, ColumnKind> Columns { get; }

    /// <summary>绩效表中各行的名称，按归一后的写法。</summary>
    public IReadOnlyDictionary<string, SheetLabel> Labels { get; }

    /// <summary>栏目种类; <see cref="ColumnKind.Amount"/> for a label that is none of the known ones.</summary>
    public ColumnKind Kind(string folded) => Columns.GetValueOrDefault(folded, ColumnKind.Amount);

    /// <summary>解读一个标签: the coordinates of all its phrases together, and what of it was not understood.</summary>
    public Meaning Read(string label)
    {
        var folded = Numbering.Strip(Fold.Label(label));
        var point = _space.Everything;
        var otherwise = _space.Everything;
        var residue = new StringBuilder();
        var total = false;
        var any = false;
        for (var i = 0; i < folded.Length;)
        {
            if (Year(folded, i) is { } year)
            {
                point = point.With(_space.Member("year", year.ToString(CultureInfo.InvariantCulture))!);
                // 2016本年收入 leaves the 年 out.
                i += folded[i + 4] == '本' ? 4 : i + 5 < folded.Length && folded[i + 5] == '度' ? 6 : 5;
                continue;
            }

            if (Longest(folded, i) is not { } phrase)
            {
                residue.Append(folded[i++]);
                continue;
            }

            if (phrase.Point is not null)
            {
                point = point.Narrow(phrase.Point);
                otherwise = otherwise.Narrow(phrase.Else ?? _space.Everything);
                any = true;
            }

            total |= phrase.IsTotal;
            i += phrase.Folded.Length;
        }

        return new Meaning(point, otherwise, total, any, Residue(residue.ToString()));
    }

    private static string Residue(string text) => text.Trim('(', ')', '-', '·', '、', ':', '"', '(', ')', '[', ']', ',', '.', '/', ' ');

    private static int? Year(string text, int at) =>
        at + 4 < text.Length && (text[at + 4] == '年' || string.CompareOrdinal(text, at + 4, "本年", 0, 2) == 0) && (text[at] == '2' || text[at] == '1')
        && int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private Phrase? Longest(string text, int at)
    {
        if (_byFirst.TryGetValue(text[at], out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (string.CompareOrdinal(text, at, phrase.Folded, 0, phrase.Folded.Length) == 0)
                {
                    return phrase;
                }
            }
        }

        return null;
    }
}

/// <summary>词：one wording with its coordinates; <see cref="Point"/> is null for words that narrow nothing.</summary>
/// <param name="Text">As written.</param>
/// <param name="Folded">As compared.</param>
/// <param name="Point">Coordinates that it adds.</param>
/// <param name="Else">Coordinates that it adds only where nothing around says otherwise.</param>
/// <param name="IsTotal">合计、总计: names the whole.</param>
public sealed record Phrase(string Text, string Folded, Point? Point, Point? Else, bool IsTotal);

/// <summary>标签的含义。</summary>
/// <param name="Point">Coordinates that the words add.</param>
/// <param name="Else">Coordinates to add where the context leaves them open.</param>
/// <param name="Total">The label names a whole (合计).</param>
/// <param name="Any">At least one phrase added coordinates.</param>
/// <param name="Residue">What was not understood; empty where everything was.</param>
public sealed record Meaning(Point Point, Point Else, bool Total, bool Any, string Residue)
{
    /// <summary>全部读懂。</summary>
    public bool Understood => Residue.Length == 0;
}

/// <summary>栏目种类：what a column holds; <see cref="Amount"/> unless its label says otherwise.</summary>
public enum ColumnKind
{
    /// <summary>金额。</summary>
    Amount,

    /// <summary>科目编码。</summary>
    Code,

    /// <summary>科目名称。</summary>
    Name,

    /// <summary>项目（行标签）。</summary>
    Label,

    /// <summary>序号。</summary>
    Index,

    /// <summary>文字（备注等）, no part of the row's name.</summary>
    Text,

    /// <summary>项目名称。</summary>
    Project,

    /// <summary>专项名称: the project of the rows below it.</summary>
    Earmark,

    /// <summary>经济科目，按名称: the economic code of the rows below it.</summary>
    Category,

    /// <summary>采购物品: the item of a row.</summary>
    Goods,

    /// <summary>绩效目标。</summary>
    Goal,

    /// <summary>指标名称。</summary>
    Indicator,

    /// <summary>指标性质。</summary>
    Nature,

    /// <summary>指标值。</summary>
    Value,

    /// <summary>计量单位。</summary>
    Unit,

    /// <summary>指标权重。</summary>
    Weight,

    /// <summary>是否核心。</summary>
    Core,

    /// <summary>上级指标（一级、二级指标）。</summary>
    Level,

    /// <summary>实际完成值。</summary>
    Actual,

    /// <summary>得分。</summary>
    Score,

    /// <summary>偏差原因。</summary>
    Reason,

    /// <summary>执行率, beside the name of a project.</summary>
    Rate,

    /// <summary>评价等级。</summary>
    Grade,
}
