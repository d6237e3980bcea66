using Mingzhang.Budget;
using Mingzhang.Forms.Words;

namespace Mingzhang.Documents.Reading;

/// <summary>行名树：一、本年收入 stands above the lines that follow it; 合计 stands above nothing. The same label may stand twice
/// under different parents.</summary>
internal sealed class LabelTree(Subject subject, Point everything)
{
    private readonly List<(int Level, Meaning Meaning)> _above = [];

    public (Meaning? Meaning, Reason? Problem) Read(string label)
    {
        const int Unnumbered = 9;
        var meaning = subject.Read(label);
        if (!meaning.Understood)
        {
            return (null, new Reason($"未读懂行名“{label}”", $"the row '{label}' is not understood"));
        }

        var level = meaning.Total || label.EndsWith("合计", StringComparison.Ordinal) || label.EndsWith("总计", StringComparison.Ordinal) ? 0 : Numbering.Level(label) is var n && n > 0 ? n : Unnumbered;
        _above.RemoveAll(a => a.Level >= level);
        var point = everything;
        var otherwise = everything;
        foreach (var (_, outer) in _above)
        {
            point = subject.Place(point, outer);
            otherwise = otherwise.Narrow(outer.Else);
        }

        if (level is > 0 and < Unnumbered)
        {
            _above.Add((level, meaning));
        }

        return (meaning with { Point = subject.Place(point, meaning with { Else = everything }), Else = otherwise.Narrow(meaning.Else) }, null);
    }
}
