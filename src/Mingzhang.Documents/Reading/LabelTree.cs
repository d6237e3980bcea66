using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>行名树：一、本年收入 stands above the lines that follow it; 合计 stands above nothing. The same label may stand twice
/// under different parents. A label whose words are not in the lexicon is an item of what stands above, under its own name.</summary>
internal sealed class LabelTree(ReadingContext context, Subject subject, Point table, bool carries = false)
{
    private const int Unnumbered = 9;
    private readonly Point _everything = context.Space.Everything;
    private readonly List<Line> _above = [];
    private Meaning? _heading;
    private bool _first;
    private bool _parts = carries;

    public Meaning Read(string label)
    {
        var meaning = subject.Read(label);
        if (!meaning.Understood || Elsewhere(meaning))
        {
            meaning = new Meaning(_everything.With(context.Space.Member("item", Numbering.Strip(label).Replace(" ", "", StringComparison.Ordinal))!), _everything, false, true, "");
        }

        var total = meaning.Total || label.EndsWith("合计", StringComparison.Ordinal) || label.EndsWith("总计", StringComparison.Ordinal);
        var level = total ? 0 : Numbering.Level(label) is var n && n > 0 ? n : Unnumbered;
        Restart(label, level, total);
        _above.RemoveAll(a => a.Level >= level);
        var point = _heading is null || level == 0 || (level == Unnumbered && !FundOnly(meaning)) ? _everything : _heading.Point;
        var otherwise = _everything;
        foreach (var line in _above)
        {
            var outer = line.Meaning;
            point = subject.Place(point, outer);
            otherwise = otherwise.Narrow(outer.Else);
        }

        if (level is > 0 and < Unnumbered)
        {
            _above.Add(new Line(level, meaning));
        }

        Remember(meaning, level);
        return meaning with { Point = subject.Place(point, meaning with { Else = _everything }), Else = otherwise.Narrow(meaning.Else), Total = total };
    }

    /// <summary>总计 beside lines of this year and lines carried over names all resources or uses, not this year's alone.</summary>
    public Point Whole(Meaning meaning, Point column)
    {
        if (!meaning.Total || !_parts || meaning.Point[context.Measure] is not null)
        {
            return column;
        }

        return column[context.Measure]?.Key switch
        {
            "income" => column.With(context.Space.Member("measure", "resources")!),
            "expenditure" => column.With(context.Space.Member("measure", "uses")!),
            _ => column,
        };
    }

    // 会议费 in a table of procurement is what is bought for meetings, not what meetings cost.
    private bool Elsewhere(Meaning meaning) => meaning.Point.Key("purpose") is not null && !table.Agrees(meaning.Point.Without(context.Measure));

    // 年初财政拨款结转和结余 with 一、二、三 below it: the numbers begin anew under an unnumbered line.
    private void Restart(string label, int level, bool total)
    {
        if (total)
        {
            _heading = null;
            return;
        }

        if (level == 1)
        {
            var one = label.StartsWith('一');
            if (one && !_first)
            {
                _heading = null;
            }

            _first = true;
            if (one && _heading is not null)
            {
                _above.Clear();
            }
        }
    }

    private void Remember(Meaning meaning, int level)
    {
        var measure = meaning.Point[context.Measure]?.Key;
        var carried = measure is "carried-in" or "carried-out" or "surplus-used" or "surplus-distributed";
        _parts |= carried;
        if (level == Unnumbered && !(_heading is not null && FundOnly(meaning)))
        {
            _heading = carried ? meaning : null;
        }
    }

    // 年初财政拨款结转和结余 with 一般公共预算财政拨款 below it, neither numbered: of what was carried over.
    private static bool FundOnly(Meaning meaning) => meaning.Point.Members is [{ Dimension.Key: "fund", Key: "general" or "government-funds" or "state-capital" }];

    private sealed record Line(int Level, Meaning Meaning);
}
